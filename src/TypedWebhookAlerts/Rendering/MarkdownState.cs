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
    private bool _isAfterSpace;
    private bool _isMarkBegun;
    private bool _isMarkBare;
    private byte _lineMark;
    private int _labelDepth;
    private EmojiName _name;
    private OpenStyles _styles;
    private byte _endOfUrl;
    private readonly bool _isContent;
    private bool _hasBracket;
    private bool _hasAsterisk;
    private bool _isFenceHead;
    private ulong _tail;

    /// <param name="context">Where the text stands.</param>
    /// <param name="isInBold">Whether it will stand in bold text.</param>
    /// <param name="isContent">Whether other texts stand before it in the same one, with brackets of theirs.</param>
    public MarkdownState(TextContext context, bool isInBold = false, bool isContent = false)
    {
        _context = context;
        _styles = new OpenStyles(isInBold);
        _isContent = isContent;
    }

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
    public readonly bool IsInLabel => _labelDepth > 0;

    /// <summary>Whether the developer began a link's address, which has no scheme yet. In it a backslash is
    /// nothing.</summary>
    public bool IsInTarget { readonly get; private set; }

    /// <summary>Whether the last rune is a bracket that an opening parenthesis would make the end of a link's label. A
    /// backslash before it does not help: Discord looks for that end without regard to them.</summary>
    public readonly bool EndsInBracket => LastWritten == ']' && (_hasBracket || _isContent);

    /// <summary>The last rune, with or without a backslash; 0 for what is not ASCII.</summary>
    public byte LastWritten { readonly get; private set; }

    /// <summary>Whether the developer made the line a quote, an item of a list, a heading or small print: a line feed
    /// would end it.</summary>
    public bool IsMarkedLine { readonly get; private set; }

    /// <summary>Whether the line is a heading, of which Discord takes number signs from the end.</summary>
    public bool IsHeading { readonly get; private set; }

    /// <summary>Whether a code block has begun in whose first line what is written may be taken for a
    /// language.</summary>
    public readonly bool IsFenceHead => _backticks == 0 ? _isFenceHead : Code == Fence && _opened == 0;

    /// <summary>Whether a colon would make an emoji of what stands before it.</summary>
    public readonly bool EndsInEmojiName => _name.IsWhole;

    /// <summary>Whether an argument wrote any of that name.</summary>
    public readonly bool IsNameOfArgument => _name.IsOfArgument;

    public readonly bool IsLineStart => _line == Line.Start && _context == TextContext.Markdown;

    public readonly bool IsLineNumber => _line == Line.Number && _context == TextContext.Markdown;

    /// <summary>Whether an argument wrote any of that number.</summary>
    public bool IsNumberOfArgument { readonly get; private set; }

    /// <summary>Whether ordinary characters can follow without being looked at one by one.</summary>
    public readonly bool IsPlainGround
        => _line == Line.Inside && !IsInUrl && !IsEscaping && !IsInTarget && !EndsInBracket && !IsHeading;

    /// <summary>The last byte, in lower case; 0 for an escaped one and for what is not ASCII.</summary>
    public readonly byte Last => (byte)_tail;

    /// <summary>Whether what was written ends in a scheme that Discord makes links of.</summary>
    public readonly bool EndsInScheme
        => EndsWith("http"u8) || EndsWith("https"u8) || EndsWith("discord"u8) || EndsWith("steam"u8);

    /// <summary>Whether an asterisk between spaces means something: a bullet, or the end of a developer's
    /// style.</summary>
    public readonly bool MayBeginOrEndByAsterisk => _hasAsterisk || _isContent || IsLineStart;

    public readonly bool EndsInOneAsterisk => Last == '*' && (byte)(_tail >> 8) != '*';

    public readonly bool EndsInSchemeAndColon => Last == ':' && (this with { _tail = _tail >> 8 }).EndsInScheme;

    /// <summary>Whether a rune inside code could end what was opened before the code.</summary>
    public bool EndsAround(Rune rune, ReadOnlySpan<byte> rest)
        => _styles.CanBeEndedBy(rune, rest) || (rune.Value == '(' && EndsInBracket);

    /// <summary>Whether the marked line goes on after a line feed: a quote with another mark, an item of a list with a
    /// space.</summary>
    public readonly bool GoesOn(ReadOnlySpan<byte> nextLine) => (char)_lineMark switch
    {
        '>' => nextLine.StartsWith("> "u8),
        '-' or '*' or '+' or '.' => nextLine.StartsWith((byte)' '),
        _ => false,
    };

    /// <summary>Follows a rune whose meaning stands: a developer's, or any rune when a finished text is read
    /// again.</summary>
    public void Follow(Rune rune)
    {
        _hasAsterisk |= rune.Value == '*';
        if (rune.Value == '`' && !IsEscaping)
        {
            _backticks++;
            _line = Line.Inside;
            _isMarkBare = false;
            _styles.Follow(rune, LastWritten, isEscaped: false, _isAfterSpace);
            _isAfterSpace = false;
            Push(rune);
            return;
        }

        Settle();
        if (_opened != 0)
        {
            FollowCode(rune);
            _line = rune.Value == '\n' ? Line.Start : Line.Inside;
            LastWritten = Ascii(rune);
            Push(default);
            return;
        }

        _styles.Follow(rune, LastWritten, IsEscaping, _isAfterSpace);
        _isAfterSpace = Rune.IsWhiteSpace(rune);

        FollowMark(rune);
        FollowLine(rune);
        FollowAddress(rune);
        _name.Follow(IsEscaping ? 0 : rune.Value, isArgument: false);
        LastWritten = Ascii(rune);
        IsEscaping = !IsEscaping && rune.Value == '\\';
    }

    /// <summary>Follows that the last rune, a developer's, was escaped after all.</summary>
    public void FollowEscapeOfLast()
    {
        _styles.Forget();
        FollowArgument(new Rune(Last), isEscaped: true);
    }

    /// <summary>Follows an argument's rune, which has no meaning: it is escaped, or harmless where it stands.</summary>
    public void FollowArgument(Rune rune, bool isEscaped)
    {
        Settle();
        IsEscaping = false;
        FollowCode(rune);
        _styles.FollowArgument(rune);
        _isAfterSpace = Rune.IsWhiteSpace(rune);
        _isMarkBare &= rune.Value == ' ';
        _line = rune.Value switch
        {
            '\n' => Line.Start,
            >= '0' and <= '9' when _line != Line.Inside => Line.Number,
            _ when _line == Line.Start && !Legible.IsVisible(rune) => Line.Start,
            _ => Line.Inside,
        };
        IsNumberOfArgument = _line == Line.Number;
        _name.Follow(isEscaped ? 0 : rune.Value, isArgument: true);
        LastWritten = Ascii(rune);
        Push(isEscaped ? default : rune);
    }

    /// <summary>Follows ASCII of an argument's that has no meaning inside a line.</summary>
    public void FollowPlain(ReadOnlySpan<byte> ascii)
    {
        Settle();
        IsEscaping = _isFenceHead = _isMarkBare = false;
        _hasCodeContent = true;
        _line = Line.Inside;
        _styles.FollowArgument(new Rune(ascii[0]));
        _isAfterSpace = ascii[^1] == ' ';
        _name.FollowPlain(ascii);
        LastWritten = ascii[^1];
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
            _isFenceHead = code == Fence && _opened == 0;
            _opened = code;
            _backticks = 0;
        }
    }

    // Three backticks end a code block, whatever follows them; of a longer run that begins one, the fourth is content.
    private readonly int AfterBackticks()
    {
        var (opened, left) = (_opened, _backticks);
        while (left >= Fence && opened is 0 or Fence)
        {
            left -= Fence;
            opened = Fence - opened;
            if (opened == Fence && left > Fence)
            {
                left--;
            }
            else if (opened == Fence)
            {
                return Fence;
            }
        }

        return opened == 0 ? left : opened == left ? 0 : opened;
    }

    // The first line of a code block is its language, not its content, if it is one word.
    private void FollowCode(Rune rune)
    {
        _hasCodeContent = (_hasCodeContent || Legible.IsVisible(rune)) && !(_isFenceHead && rune.Value == '\n');
        _isFenceHead &= IsOfLanguage(rune);
    }

    // A mark of lines is ended by a space; a line with a mark alone takes the next one with it. ">>> " quotes all that
    // follows, whatever lines it has.
    private void FollowMark(Rune rune)
    {
        if (rune.Value == '\n')
        {
            // A heading's mark may be ended by the line, too.
            var isHeadingBegun = _isMarkBegun && Last == '#' && !EndsWith("-#"u8) && _context == TextContext.Markdown;
            IsMarkedLine = (IsMarkedLine && _isMarkBare) || isHeadingBegun;
            IsHeading = (IsHeading && _isMarkBare) || isHeadingBegun;
            _isMarkBegun = _isMarkBare = false;
            _lineMark = 0;
            return;
        }

        if (_isMarkBegun && rune.Value == ' ' && _context == TextContext.Markdown)
        {
            _lineMark = IsMarkedLine || EndsWith("-#"u8) ? (byte)0 : Last;
            IsHeading |= Last == '#' && !EndsWith("-#"u8);
            IsMarkedLine |= !EndsWith(">>>"u8);
            _isMarkBare = true;
        }

        _isMarkBare &= rune.Value == ' ';
        _isMarkBegun = !IsEscaping && rune.Value switch
        {
            '>' or '#' or '-' or '*' or '+' => _line == Line.Start,
            '.' => _line == Line.Number,
            _ => false,
        };
    }

    private void FollowLine(Rune rune)
    {
        // After a mark at a line's start ("> ", "- ", "1. ") Discord looks for marks again, and where a style opens.
        _line = rune.Value switch
        {
            '\n' => Line.Start,
            _ when _line == Line.Inside => Line.Inside,
            >= '0' and <= '9' => Line.Number,
            '.' when _line == Line.Number => Line.Start,
            '>' or '#' or '-' or '+' or '*' or '_' or '~' or '|' when _line == Line.Start => Line.Start,
            _ when _line == Line.Start && !Legible.IsVisible(rune) => Line.Start,
            _ => Line.Inside,
        };
        IsNumberOfArgument &= _line == Line.Number;
    }

    private void FollowAddress(Rune rune)
    {
        var isTarget = rune.Value == '(' && EndsInBracket && _hasBracket && !IsEscaping;
        Push(IsEscaping ? default : rune);
        if (EndsWith("://"u8) && (this with { _tail = _tail >> 24 }).EndsInScheme)
        {
            (IsInUrl, _endOfUrl) = (true, IsInTarget ? (byte)')' : (byte)'<');
        }
        else
        {
            IsInUrl &= !Rune.IsWhiteSpace(rune) && rune.Value != _endOfUrl;
        }

        IsInTarget = isTarget || (IsInTarget && !IsInUrl && rune.Value != ')');
        if (!IsEscaping && rune.Value is '[' or ']')
        {
            _hasBracket |= rune.Value == '[';
            _labelDepth = Math.Max(0, _labelDepth + (rune.Value == '[' ? 1 : -1));
        }
    }

    private static bool IsOfLanguage(Rune rune)
        => rune.IsAscii && (Rune.IsLetterOrDigit(rune) || rune.Value is '_' or '-' or '+' or '.');

    private void Push(Rune rune) => _tail = (_tail << 8) | Lower(Ascii(rune));

    private static byte Ascii(Rune rune) => rune.IsAscii ? (byte)rune.Value : (byte)0;

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
