namespace TypedWebhookAlerts.Rendering;

/// <summary>What every footer ends with: the application, where it runs, a line of its own. It is encoded again only
/// when it has changed.</summary>
internal sealed class FooterEnd
{
    /// <summary>The code points of what stands between it and what stands before it.</summary>
    public const int SeparatorCodePoints = 3;

    private readonly Utf8Buffer _json = new();
    private readonly PartWriter _writer;
    private readonly TextContext _context;
    private readonly Func<string?>? _read;
    private readonly byte[] _name;
    private readonly int _nameCodePoints;
    private string? _text;
    private int _codePoints;
    private int _skipped;
    private int _skippedCodePoints;

    /// <param name="context">Where footers stand.</param>
    /// <param name="read">Gives the text; null for none, ever.</param>
    /// <param name="name">The application's name, with which the text begins; null where it does not.</param>
    public FooterEnd(TextContext context, Func<string?>? read, string? name = null)
    {
        _writer = new PartWriter(_json);
        _context = context;
        _read = read;
        _nameCodePoints = Encode(name);
        _name = _json.Written.ToArray();
        _json.Clear();
    }

    /// <summary>What stands between two parts of a footer.</summary>
    public static ReadOnlySpan<byte> Separator => " · "u8;

    /// <summary>The text as the inside of a JSON string.</summary>
    public ReadOnlySpan<byte> Json => _json.Written[_skipped..];

    /// <summary>Its code points; 0 if there is none.</summary>
    public int CodePoints => _codePoints - _skippedCodePoints;

    /// <summary>Takes what it is now.</summary>
    public void Refresh()
    {
        var text = _read?.Invoke();
        if (text != _text)
        {
            _text = text;
            _codePoints = Encode(text);
        }
    }

    /// <summary>Leaves out the application's name where the footer begins with it: it is not said twice.</summary>
    /// <param name="footer">What the alert's own footer says, as the inside of a JSON string.</param>
    public void Follow(ReadOnlySpan<byte> footer)
    {
        (_skipped, _skippedCodePoints) = (0, 0);
        if (BeginsWithName(footer) && BeginsWithName(_json.Written))
        {
            var rest = _json.Written[_name.Length..];
            var gap = rest.StartsWith(Separator) ? Separator : rest.StartsWith(" "u8) ? " "u8 : default;
            _skipped = _name.Length + gap.Length;
            _skippedCodePoints = _nameCodePoints + (gap.Length > 1 ? SeparatorCodePoints : gap.Length);
        }
    }

    /// <summary>Whether a text has the name at its begin, and not only a word that begins like it.</summary>
    private bool BeginsWithName(ReadOnlySpan<byte> text)
        => _name.Length > 0
            && text.StartsWith(_name)
            && (text.Length == _name.Length || (text[_name.Length] < 0x80 && !IsLetterOrDigit(text[_name.Length])));

    private static bool IsLetterOrDigit(byte ascii) => char.IsAsciiLetterOrDigit((char)ascii);

    private int Encode(string? text)
    {
        _json.Clear();
        _writer.Begin(PartKind.Footer, _context, DiscordLimits.FooterEnd, isSingleLine: true);
        _writer.Argument(text);
        return _writer.End().CodePoints;
    }
}
