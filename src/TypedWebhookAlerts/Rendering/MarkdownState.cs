using System.Text;

namespace TypedWebhookAlerts.Rendering;

/// <summary>
/// Follows a text as Discord will read it, as far as one must know to continue it safely: whether code is open, whether
/// a line has begun, whether a backslash or an address is still waiting for what comes next.
/// </summary>
internal struct MarkdownState
{
    /// <summary>The backticks that open and end a code block; fewer open inline code.</summary>
    public const int Fence = OpenCode.Fence;

    private readonly TextContext _context;
    private readonly bool _followsOthers;
    private OpenCode _code;
    private MarkedLine _line;
    private OpenStyles _styles;
    private EmojiName _name;
    private TextTail _tail;
    private bool _isAfterSpace;
    private bool _hasBracket;
    private bool _hasAsterisk;
    private int _labelDepth;
    private byte _endOfUrl;

    /// <param name="context">Where the text stands.</param>
    /// <param name="isInBold">Whether it will stand in bold text.</param>
    /// <param name="followsOthers">Whether other texts stand before it in the same one, with brackets of
    /// theirs.</param>
    public MarkdownState(TextContext context, bool isInBold = false, bool followsOthers = false)
    {
        _context = context;
        _styles = new OpenStyles(isInBold);
        _followsOthers = followsOthers;
    }

    /// <summary>The backticks of the code that is open here, 0 outside of code.</summary>
    public readonly int Code => _code.Backticks;

    /// <summary>Whether the open code holds anything yet; without, it would not be code.</summary>
    public readonly bool HasCodeContent => _code.HasContent;

    /// <summary>Whether the last rune is a backtick that may still belong to a longer run.</summary>
    public readonly bool EndsInBackticks => _code.EndsInBackticks;

    /// <summary>Whether a code block has begun in whose first line what is written may be taken for a
    /// language.</summary>
    public readonly bool IsFenceHead => _code.IsHead;

    /// <summary>Whether the developer made the line a quote, an item of a list, a heading or small print: a line feed
    /// would end it.</summary>
    public readonly bool IsMarkedLine => _line.IsMarked;

    /// <summary>Whether a space would make a line that has nothing yet one of the item above.</summary>
    public readonly bool IsBehindItem => _line.IsBehindItem;

    /// <summary>Whether the line is a heading, of which Discord takes number signs from the end.</summary>
    public readonly bool IsHeading => _line.IsHeading;

    public readonly bool IsLineStart => _line.IsAtStart && _context == TextContext.Markdown;

    public readonly bool IsLineNumber => _line.IsInNumber && _context == TextContext.Markdown;

    /// <summary>Whether an argument wrote any of that number.</summary>
    public readonly bool IsNumberOfArgument => _line.IsNumberOfArgument;

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
    public readonly bool EndsInBracket => LastWritten == ']' && (_hasBracket || _followsOthers);

    /// <summary>The last rune, with or without a backslash; 0 for what is not ASCII.</summary>
    public byte LastWritten { readonly get; private set; }

    /// <summary>The last byte, in lower case; 0 for an escaped one and for what is not ASCII.</summary>
    public readonly byte Last => _tail.Last;

    /// <summary>Whether what was written ends in a scheme that Discord makes links of.</summary>
    public readonly bool EndsInScheme => _tail.EndsInScheme;

    public readonly bool EndsInSchemeAndColon => _tail.EndsInSchemeAndColon;

    /// <summary>Whether a slash would make an invitation of what stands before it.</summary>
    public readonly bool EndsInInvitation => _tail.EndsInInvitation;

    public readonly bool EndsInOneAsterisk => _tail.EndsInOneAsterisk;

    /// <summary>Whether the last rune is an underscore behind a letter or a digit.</summary>
    public readonly bool EndsInWordUnderscore => _tail.EndsInWordUnderscore && !IsInLabel;

    /// <summary>Whether an underscore would stand behind a letter or a digit, in what cannot be a name or an
    /// address.</summary>
    public readonly bool IsInWord
        => char.IsAsciiLetterOrDigit((char)LastWritten) && Code == 0 && !IsEscaping
            && !IsInUrl && !IsInTarget && !IsInLabel && !(_name.IsOpen && !_name.IsOfArgument);

    /// <summary>Whether a colon would make an emoji of what stands before it.</summary>
    public readonly bool EndsInEmojiName => _name.IsWhole;

    /// <summary>Whether an argument wrote any of that name.</summary>
    public readonly bool IsNameOfArgument => _name.IsOfArgument;

    /// <summary>Whether an asterisk between spaces means something: a bullet, or the end of a developer's
    /// style.</summary>
    public readonly bool MayBeginOrEndByAsterisk => _hasAsterisk || _followsOthers || IsLineStart;

    /// <summary>Whether ordinary characters can follow without being looked at one by one.</summary>
    public readonly bool IsPlainGround
        => _line.IsInside && !IsInUrl && !IsEscaping && !IsInTarget && !EndsInBracket && !IsHeading;

    /// <summary>Whether a rune inside code could end a style that was opened before the code.</summary>
    public bool EndsStyleAround(Rune rune) => _styles.CanBeEndedBy(rune);

    /// <summary>Whether the marked line goes on after a line feed.</summary>
    public readonly bool GoesOn(ReadOnlySpan<byte> nextLine) => _line.GoesOn(nextLine);

    /// <summary>Follows a rune whose meaning stands: a developer's, or any rune when a finished text is read
    /// again.</summary>
    public void Follow(Rune rune)
    {
        _hasAsterisk |= rune.Value == '*';
        if (rune.Value == '`' && !IsEscaping)
        {
            FollowBacktick(rune);
            return;
        }

        _code.Settle();
        if (_code.Backticks != 0)
        {
            _code.FollowContent(rune);
            _line.FollowCode(rune);
            LastWritten = TextTail.Ascii(rune);
            _tail.Push(default(Rune));
            return;
        }

        _styles.Follow(rune, IsEscaping, _isAfterSpace, isSure: !IsInUrl && !IsInTarget);
        _isAfterSpace = Rune.IsWhiteSpace(rune);
        _line.Follow(rune, _tail, IsEscaping, isRead: _context == TextContext.Markdown);
        FollowAddress(rune);
        _name.Follow(IsEscaping ? 0 : rune.Value, isArgument: false);
        LastWritten = TextTail.Ascii(rune);
        IsEscaping = !IsEscaping && rune.Value == '\\';
    }

    /// <summary>Follows that the last rune, a developer's, was escaped after all.</summary>
    public void FollowEscapeOfLast()
    {
        _styles.Forget();
        FollowArgument(new Rune(Last), isEscaped: true);
    }

    /// <summary>Follows that a line feed became a space.</summary>
    public void FollowJoin() => _line.FollowJoin();

    /// <summary>Follows an argument's rune, which has no meaning: it is escaped, or harmless where it stands.</summary>
    public void FollowArgument(Rune rune, bool isEscaped)
    {
        IsEscaping = false;
        _code.Settle();
        _code.FollowContent(rune);
        _styles.FollowArgument(rune);
        _isAfterSpace = Rune.IsWhiteSpace(rune);
        _line.FollowArgument(rune);
        _name.Follow(isEscaped ? 0 : rune.Value, isArgument: true);
        LastWritten = TextTail.Ascii(rune);
        _tail.Push(isEscaped ? default : rune);
    }

    /// <summary>Follows ASCII that has no meaning inside a line, an argument's or outside of code.</summary>
    public void FollowPlain(ReadOnlySpan<byte> ascii, bool isArgument = true)
    {
        IsEscaping = false;
        _code.Settle();
        _code.FollowContent();
        _styles.FollowArgument(new Rune(ascii[0]));
        _isAfterSpace = ascii[^1] == ' ';
        _line.FollowPlain();
        _name.FollowPlain(ascii, isArgument);
        LastWritten = ascii[^1];
        _tail.Push(ascii);
    }

    private void FollowBacktick(Rune rune)
    {
        _code.FollowBacktick();
        _line.FollowCode(rune);
        _styles.Follow(rune, isEscaped: false, _isAfterSpace, isSure: true);
        _isAfterSpace = false;
        _tail.Push(rune);
    }

    private void FollowAddress(Rune rune)
    {
        var isTarget = rune.Value == '(' && EndsInBracket && _hasBracket && !IsEscaping;
        _tail.Push(IsEscaping ? default : rune);
        if (_tail.EndsInBeginOfAddress)
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
}
