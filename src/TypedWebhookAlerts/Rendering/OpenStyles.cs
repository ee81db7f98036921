using System.Text;

namespace TypedWebhookAlerts.Rendering;

/// <summary>
/// Follows which of a developer's styles are open. Discord looks for the end of a style before it looks for code: what
/// an argument says inside code could end a style that was opened before it, and with it the code.
/// </summary>
/// <remarks>A run of equal marks opens what the next run of the same length closes. Where that is too simple, more
/// counts as open than is.</remarks>
internal struct OpenStyles
{
    private const int Lengths = 4;

    private readonly bool _isInBold;
    private Rune _mark;
    private int _length;
    private byte _before;
    private bool _isAfterSpace;
    private bool _isOpenInWord;
    private int _open;

    /// <param name="isInBold">Whether all of it stands in bold text.</param>
    public OpenStyles(bool isInBold) => _isInBold = isInBold;

    /// <summary>Follows a developer's rune outside of code.</summary>
    /// <param name="rune">The rune.</param>
    /// <param name="before">What is written before it; 0 for what is not ASCII.</param>
    /// <param name="isEscaped">Whether a backslash stands before it.</param>
    /// <param name="isAfterSpace">Whether white space stands before it.</param>
    public void Follow(Rune rune, byte before, bool isEscaped, bool isAfterSpace)
    {
        if (!isEscaped && rune == _mark && _length > 0)
        {
            _length++;
            return;
        }

        EndRun(rune);
        if (!isEscaped && IndexOf(rune) >= 0)
        {
            (_mark, _length, _before, _isAfterSpace) = (rune, 1, before, isAfterSpace);
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
    /// <param name="rest">What follows it, as far as it is known.</param>
    public bool CanBeEndedBy(Rune rune, ReadOnlySpan<byte> rest)
    {
        EndRun(rune);
        if (_isInBold && rune.Value == '*')
        {
            return true;
        }

        // In "shard_{id} `queue_name`" it opens nothing that anyone meant: only its end is kept from coming.
        if (rune.Value == '_' && _isOpenInWord && !rest.IsEmpty && char.IsAsciiLetterOrDigit((char)rest[0]))
        {
            return false;
        }

        return IndexOf(rune) is var mark and >= 0 && (_open & (((1 << Lengths) - 1) << (mark * Lengths))) != 0;
    }

    private void EndRun(Rune next)
    {
        if (_length == 0)
        {
            return;
        }

        // "5 * 4" opens nothing, and nothing closes after a space; an underscore closes nothing inside a word; one bar
        // or tilde alone is none.
        var isNone = _mark.Value switch
        {
            '*' when _length == 1 => IsOpen ? _isAfterSpace : Rune.IsWhiteSpace(next),
            '_' => IsOpen && next.IsAscii && Rune.IsLetterOrDigit(next),
            '*' => false,
            _ => _length == 1,
        };
        _open ^= isNone ? 0 : Bit;
        _isOpenInWord = _mark.Value == '_' ? char.IsAsciiLetterOrDigit((char)_before) : _isOpenInWord;
        _length = 0;
    }

    private readonly bool IsOpen => (_open & Bit) != 0;

    private readonly int Bit => 1 << ((IndexOf(_mark) * Lengths) + Math.Min(_length, Lengths) - 1);

    private static int IndexOf(Rune rune) => rune.Value switch
    {
        '*' => 0,
        '_' => 1,
        '~' => 2,
        '|' => 3,
        _ => -1,
    };
}
