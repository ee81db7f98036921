using System.Text;

namespace TypedWebhookAlerts.Rendering;

/// <summary>
/// Follows which of a developer's styles are open. Discord looks for the end of a style before it looks for code: what
/// an argument says inside code could end a style that was opened before it, and with it the code.
/// </summary>
/// <remarks>A run of equal marks opens what the next run of the same length closes, where nothing else stands between
/// them but whole styles. Of anything less simple the marks count as open to the end.</remarks>
internal struct OpenStyles
{
    // A waiting run takes a byte: its mark and its length.
    private const int BitsOfRun = 8;
    private const int LongestRun = 3;

    private readonly bool _isInBold;
    private Rune _mark;
    private int _length;
    private bool _isAfterSpace;
    private bool _isSure;

    // The runs that wait for their end, the last one lowest.
    private ulong _waiting;
    private ulong _waitingAtBracket;

    // The marks that may be open whatever follows, a bit each.
    private byte _unsure;

    /// <param name="isInBold">Whether all of it stands in bold text.</param>
    public OpenStyles(bool isInBold) => _isInBold = isInBold;

    /// <summary>Follows a developer's rune outside of code.</summary>
    /// <param name="rune">The rune.</param>
    /// <param name="isEscaped">Whether a backslash stands before it.</param>
    /// <param name="isAfterSpace">Whether white space stands before it.</param>
    /// <param name="isSure">Whether it stands where styles are read for sure.</param>
    public void Follow(Rune rune, bool isEscaped, bool isAfterSpace, bool isSure)
    {
        if (!isEscaped && rune == _mark && _length > 0)
        {
            _length++;
            return;
        }

        EndRun(rune);
        if (IndexOf(rune) is var mark and >= 0)
        {
            if (isEscaped)
            {
                // Of bars and tildes no escape is seen.
                _unsure |= mark >= 2 ? Bit(mark) : (byte)0;
                return;
            }

            (_mark, _length, _isAfterSpace, _isSure) = (rune, 1, isAfterSpace, isSure);
        }
        else if (rune.Value is '\n' or '[' or ']' && !isEscaped)
        {
            FollowBorder(rune);
        }
    }

    /// <summary>Takes back the run that was followed last: it was escaped after all.</summary>
    public void Forget() => _length = 0;

    /// <summary>Follows an argument's rune, which has no meaning.</summary>
    public void FollowArgument(Rune rune)
    {
        if (_length > 0)
        {
            EndRun(rune);
        }
    }

    /// <summary>Whether a rune inside code could end an open style.</summary>
    /// <param name="rune">The rune.</param>
    public bool CanBeEndedBy(Rune rune)
    {
        EndRun(rune);
        var mark = IndexOf(rune);
        return mark >= 0 && ((_isInBold && rune.Value == '*') || (Open() & Bit(mark)) != 0);
    }

    // What a style opens on a line or in a label it may not be able to end elsewhere.
    private void FollowBorder(Rune rune)
    {
        if (rune.Value == '[')
        {
            _waitingAtBracket = _waiting;
        }
        else if (rune.Value == '\n' || _waiting != _waitingAtBracket)
        {
            _unsure = Open();
            _waiting = 0;
        }
    }

    private void EndRun(Rune next)
    {
        if (_length == 0)
        {
            return;
        }

        var (mark, length) = (IndexOf(_mark), _length);
        _length = 0;

        // One bar or tilde alone is none.
        if (length == 1 && mark >= 2)
        {
            return;
        }

        var run = (ulong)(uint)(((mark + 1) << 2) | (length & LongestRun));
        if (!_isSure || _unsure != 0 || length > LongestRun || (mark >= 2 && length != 2))
        {
            // What may be open may be ended by any later run, and open another style by that.
            _unsure = (byte)(Open() | Bit(mark));
        }
        else if ((_waiting & 0xFF) == run && Ends(next, length))
        {
            _waiting >>= BitsOfRun;
        }
        else if (IsWaiting(mark, length) || _waiting >> (64 - BitsOfRun) != 0)
        {
            _unsure = (byte)(Open() | Bit(mark));
            _waiting = 0;
        }
        else if (!(_mark.Value == '*' && length == 1 && Rune.IsWhiteSpace(next)))
        {
            _waiting = (_waiting << BitsOfRun) | run;
        }
    }

    // Nothing closes after a space, and an underscore nothing inside a word.
    private readonly bool Ends(Rune next, int length) => _mark.Value switch
    {
        '*' => length > 1 || !_isAfterSpace,
        '_' => length > 1 || !(next.IsAscii && Rune.IsLetterOrDigit(next)),
        '~' => next.Value != '_',
        _ => true,
    };

    // Only "**a *b* c**" and "*a **b** c*" hold a mark in the same.
    private readonly bool IsWaiting(int mark, int length)
    {
        for (var runs = _waiting; runs != 0; runs >>= BitsOfRun)
        {
            var (other, its) = ((int)(runs & 0xFF) >> 2, (int)runs & LongestRun);
            if (other == mark + 1 && (its == length || its + length > LongestRun))
            {
                return true;
            }
        }

        return false;
    }

    private readonly byte Open()
    {
        var open = _unsure;
        for (var runs = _waiting; runs != 0; runs >>= BitsOfRun)
        {
            open |= Bit(((int)(runs & 0xFF) >> 2) - 1);
        }

        return open;
    }

    private static byte Bit(int mark) => (byte)(1 << mark);

    private static int IndexOf(Rune rune) => rune.Value switch
    {
        '*' => 0,
        '_' => 1,
        '~' => 2,
        '|' => 3,
        _ => -1,
    };
}
