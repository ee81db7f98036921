using System.Text;

namespace TypedWebhookAlerts.Rendering;

/// <summary>Follows a line of a text: whether a mark could stand here that makes a quote, a heading, an item of a list
/// or small print of it, and whether the developer wrote one.</summary>
internal struct MarkedLine
{
    private Place _place;
    private bool _isMarkBegun;
    private bool _isMarkBare;
    private bool _isItem;
    private byte _mark;

    private enum Place : byte
    {
        Start,
        Unseen,
        Number,
        UnseenNumber,
        Inside,
    }

    /// <summary>Whether the developer made the line a quote, an item of a list, a heading or small print: a line feed
    /// would end it.</summary>
    public bool IsMarked { readonly get; private set; }

    /// <summary>Whether the line is a heading, of which Discord takes number signs from the end.</summary>
    public bool IsHeading { readonly get; private set; }

    /// <summary>Whether the line above is of an item of a list and this one has nothing yet: a space would make it one
    /// of the item, too.</summary>
    public bool IsBehindItem { readonly get; private set; }

    /// <summary>Whether nothing can be seen on the line yet but what may stand before a mark.</summary>
    public readonly bool IsAtStart => _place <= Place.Unseen;

    /// <summary>Whether nothing stands on the line yet but a number, which a point would make a mark.</summary>
    public readonly bool IsInNumber => _place is Place.Number or Place.UnseenNumber;

    /// <summary>Whether something stands on the line.</summary>
    public readonly bool IsInside => _place == Place.Inside;

    /// <summary>Whether an argument wrote any of that number.</summary>
    public bool IsNumberOfArgument { readonly get; private set; }

    /// <summary>Whether the marked line goes on after a line feed: a quote with another mark, an item of a list with a
    /// space.</summary>
    public readonly bool GoesOn(ReadOnlySpan<byte> nextLine) => (char)_mark switch
    {
        '>' => nextLine.StartsWith("> "u8),
        '-' or '*' or '+' or '.' => nextLine.StartsWith((byte)' '),
        _ => false,
    };

    /// <summary>Follows a developer's rune.</summary>
    /// <param name="rune">The rune.</param>
    /// <param name="before">What is written before it.</param>
    /// <param name="isEscaped">Whether a backslash stands before it.</param>
    /// <param name="isRead">Whether marks of lines are read in the text at all.</param>
    public void Follow(Rune rune, in TextTail before, bool isEscaped, bool isRead)
    {
        if (rune.Value == '\n')
        {
            EndLine(before, isRead);
        }
        else
        {
            FollowItem(rune);
            FollowMark(rune, before, isEscaped, isRead);
        }

        FollowPlace(rune);
    }

    /// <summary>Follows a developer's rune in code, or a backtick.</summary>
    public void FollowCode(Rune rune)
    {
        _isMarkBare &= rune.Value != '`';
        _isMarkBegun = IsBehindItem = false;
        _place = rune.Value == '\n' ? Place.Start : Place.Inside;
    }

    /// <summary>Follows an argument's rune, which marks nothing.</summary>
    public void FollowArgument(Rune rune)
    {
        _isMarkBare &= Rune.IsWhiteSpace(rune);
        _isMarkBegun = IsBehindItem = false;
        _place = rune.Value switch
        {
            '\n' => Place.Start,
            >= '0' and <= '9' => Number(),
            _ => Unseen(rune),
        };
        IsNumberOfArgument = IsInNumber;
    }

    /// <summary>Follows what an argument says inside a line.</summary>
    public void FollowPlain()
    {
        _isMarkBare = false;
        _place = Place.Inside;
    }

    /// <summary>Follows that a line feed became a space: the line is part of the one above, whatever that is.</summary>
    public void FollowJoin() => IsMarked = IsHeading = true;

    // A heading's mark may be ended by the line, too; and a line with a mark alone takes the next one with it, a
    // heading's the next that holds anything.
    private void EndLine(in TextTail before, bool isRead)
    {
        var isHeadingBegun = _isMarkBegun && before.Last == '#' && !before.EndsWith("-#"u8) && isRead;
        IsMarked = (IsMarked && _isMarkBare) || isHeadingBegun;
        IsHeading = (IsHeading && _isMarkBare) || isHeadingBegun;
        IsBehindItem = _isItem && !IsMarked;
        _isItem &= IsMarked;
        _isMarkBegun = false;
        _isMarkBare = IsHeading;
        _mark = 0;
    }

    private void FollowItem(Rune rune)
    {
        if (IsBehindItem && rune.Value == ' ')
        {
            IsMarked = _isItem = true;
            _mark = (byte)'-';
        }

        IsBehindItem = false;
    }

    // A mark is ended by a space. ">>> " quotes all that follows, whatever lines it has.
    private void FollowMark(Rune rune, in TextTail before, bool isEscaped, bool isRead)
    {
        var isEnd = rune.Value == ' ' || (before.Last == '#' && Rune.IsWhiteSpace(rune));
        if (_isMarkBegun && isEnd && isRead)
        {
            var isSmallPrint = before.EndsWith("-#"u8);
            _isItem |= (char)before.Last is '-' or '*' or '+' or '.';
            _mark = IsMarked || isSmallPrint ? (byte)0 : before.Last;
            IsHeading |= before.Last == '#' && !isSmallPrint;
            IsMarked |= !before.EndsWith(">>>"u8);
            _isMarkBare = true;
        }

        _isMarkBare &= Rune.IsWhiteSpace(rune);
        _isMarkBegun = !isEscaped && rune.Value switch
        {
            '>' or '#' or '-' or '*' or '+' => _place == Place.Start,
            '.' => _place == Place.Number,
            _ => false,
        };
    }

    // After a mark at a line's start ("> ", "- ", "1. ") Discord looks for marks again, and where a style opens.
    private void FollowPlace(Rune rune)
    {
        _place = rune.Value switch
        {
            '\n' => Place.Start,
            _ when _place == Place.Inside => Place.Inside,
            >= '0' and <= '9' => Number(),
            '.' when IsInNumber => _place == Place.Number ? Place.Start : Place.Unseen,
            '>' or '#' or '-' or '+' or '*' or '_' or '~' or '|' when IsAtStart => _place,
            _ => Unseen(rune),
        };
        IsNumberOfArgument &= IsInNumber;
    }

    private readonly Place Number() => _place switch
    {
        Place.Start => Place.Number,
        Place.Unseen => Place.UnseenNumber,
        _ => _place,
    };

    // What is not seen is not taken for nothing by every client: no mark of an argument's may stand behind it, and no
    // mark of a developer's is one.
    private readonly Place Unseen(Rune rune)
        => !IsAtStart || Legible.IsVisible(rune) ? Place.Inside : rune.Value == ' ' ? _place : Place.Unseen;
}
