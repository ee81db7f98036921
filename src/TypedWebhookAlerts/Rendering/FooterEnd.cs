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
    private string? _text;

    /// <param name="context">Where footers stand.</param>
    /// <param name="read">Gives the text; null for none, ever.</param>
    public FooterEnd(TextContext context, Func<string?>? read)
    {
        _writer = new PartWriter(_json);
        _context = context;
        _read = read;
    }

    /// <summary>What stands between two parts of a footer.</summary>
    public static ReadOnlySpan<byte> Separator => " · "u8;

    /// <summary>The text as the inside of a JSON string.</summary>
    public ReadOnlySpan<byte> Json => _json.Written;

    /// <summary>Its code points; 0 if there is none.</summary>
    public int CodePoints { get; private set; }

    /// <summary>Takes what it is now.</summary>
    public void Refresh()
    {
        var text = _read?.Invoke();
        if (text == _text)
        {
            return;
        }

        _text = text;
        _json.Clear();
        _writer.Begin(PartKind.Footer, _context, DiscordLimits.FooterEnd, isSingleLine: true);
        _writer.Argument(text);
        CodePoints = _writer.End().CodePoints;
    }
}
