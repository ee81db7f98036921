using System.Text;

namespace TypedWebhookAlerts.Rendering;

/// <summary>
/// Follows a text as Discord will read it, as far as one must know to continue it safely: whether code is open, whether
/// a line has begun, whether a backslash or an address is still waiting for what comes next.
/// </summary>
internal struct MarkdownState
{
    /// <summary>The backticks that open and end a code block; fewer open inline code.</summary>
    public const int Fence = 3;

    private readonly TextContext _context;
    private Line _line;
    private int _opened;
    private int _backticks;
    private bool _hasCodeContent;
    private ulong _tail;

    public MarkdownState(TextContext context) => _context = context;

    private enum Line : byte
    {
        Start,
        Number,
        Inside,
    }

    /// <summary>The backticks of the code that is open here, 0 outside of code. A run of backticks counts when it is
    /// followed by something else; here it is taken to be.</summary>
    public readonly int Code => _backticks == 0 ? _opened : AfterBackticks();

    /// <summary>Whether the open code holds anything yet; without, it would not be code.</summary>
    public readonly bool HasCodeContent => _backticks == 0 ? _hasCodeContent : Code != 0 && _opened != 0;

    /// <summary>Whether the last rune is a backtick that may still belong to a longer run.</summary>
    public readonly bool EndsInBackticks => _backticks != 0;

    /// <summary>Whether an unescaped backslash would escape what comes next.</summary>
    public bool IsEscaping { readonly get; private set; }

    /// <summary>Whether the developer began an address that is not ended yet.</summary>
    public bool IsInUrl { readonly get; private set; }

    /// <summary>Whether the developer began a link's label that is not ended yet.</summary>
    public bool IsInLabel { readonly get; private set; }

    public readonly bool IsLineStart => _line == Line.Start && _context == TextContext.Markdown;

    public readonly bool IsLineNumber => _line == Line.Number && _context == TextContext.Markdown;

    /// <summary>Whether ordinary characters can follow without being looked at one by one.</summary>
    public readonly bool IsPlainGround => _line == Line.Inside && !IsInUrl && !IsEscaping;

    /// <summary>The last byte, in lower case; 0 for an escaped one and for what is not ASCII.</summary>
    public readonly byte Last => (byte)_tail;

    /// <summary>Whether what was written ends in a scheme that Discord makes links of.</summary>
    public readonly bool EndsInScheme
        => EndsWith("http"u8) || EndsWith("https"u8) || EndsWith("discord"u8) || EndsWith("steam"u8);

    public readonly bool EndsInSchemeAndColon => Last == ':' && (this with { _tail = _tail >> 8 }).EndsInScheme;

    /// <summary>Follows a rune whose meaning stands: a developer's, or any rune when a finished text is read
    /// again.</summary>
    public void Follow(Rune rune)
    {
        if (rune.Value == '`' && !IsEscaping)
        {
            _backticks++;
            _line = Line.Inside;
            Push(rune);
            return;
        }

        Settle();
        if (_opened != 0)
        {
            _hasCodeContent |= Legible.IsVisible(rune);
            _line = rune.Value == '\n' ? Line.Start : Line.Inside;
            Push(default);
            return;
        }

        FollowLine(rune);
        FollowAddress(rune);
        IsEscaping = !IsEscaping && rune.Value == '\\';
    }

    /// <summary>Follows an argument's rune, which has no meaning: it is escaped, or harmless where it stands.</summary>
    public void FollowArgument(Rune rune, bool isEscaped)
    {
        Settle();
        IsEscaping = false;
        _hasCodeContent |= Legible.IsVisible(rune);
        _line = rune.Value switch
        {
            '\n' => Line.Start,
            >= '0' and <= '9' when _line != Line.Inside => Line.Number,
            _ when _line == Line.Start && !Legible.IsVisible(rune) => Line.Start,
            _ => Line.Inside,
        };
        Push(isEscaped ? default : rune);
    }

    /// <summary>Follows ASCII of an argument's that has no meaning inside a line.</summary>
    public void FollowPlain(ReadOnlySpan<byte> ascii)
    {
        Settle();
        IsEscaping = false;
        _hasCodeContent = true;
        _line = Line.Inside;
        foreach (var character in ascii[Math.Max(0, ascii.Length - sizeof(ulong))..])
        {
            Push(new Rune(character));
        }
    }

    private void Settle()
    {
        if (_backticks != 0)
        {
            var code = AfterBackticks();
            _hasCodeContent = code != 0 && _opened != 0;
            _opened = code;
            _backticks = 0;
        }
    }

    private readonly int AfterBackticks()
    {
        if (_opened == 0)
        {
            return Math.Min(_backticks, Fence);
        }

        var ends = _opened == Fence ? _backticks >= Fence : _backticks == _opened;
        return ends ? 0 : _opened;
    }

    private void FollowLine(Rune rune)
    {
        // After a mark at a line's start ("> ", "- ", "1. ") Discord looks for marks again.
        _line = rune.Value switch
        {
            '\n' => Line.Start,
            _ when _line == Line.Inside => Line.Inside,
            >= '0' and <= '9' => Line.Number,
            '.' when _line == Line.Number => Line.Start,
            '>' or '#' or '-' or '*' or '_' when _line == Line.Start => Line.Start,
            _ when _line == Line.Start && !Legible.IsVisible(rune) => Line.Start,
            _ => Line.Inside,
        };
    }

    private void FollowAddress(Rune rune)
    {
        Push(IsEscaping ? default : rune);
        IsInUrl = EndsWith("://"u8)
            || (IsInUrl && !Rune.IsWhiteSpace(rune) && rune.Value is not ('<' or '>' or ')'));
        if (!IsEscaping && rune.Value is '[' or ']' or '\n')
        {
            IsInLabel = rune.Value == '[';
        }
    }

    private void Push(Rune rune) => _tail = (_tail << 8) | (rune.IsAscii ? Lower((byte)rune.Value) : 0UL);

    private static byte Lower(byte value) => value is >= (byte)'A' and <= (byte)'Z' ? (byte)(value | 0x20) : value;

    private readonly bool EndsWith(ReadOnlySpan<byte> ascii)
    {
        var tail = _tail;
        for (var i = ascii.Length - 1; i >= 0; i--, tail >>= 8)
        {
            if ((byte)tail != ascii[i])
            {
                return false;
            }
        }

        return true;
    }
}
