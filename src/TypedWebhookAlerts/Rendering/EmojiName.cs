using System.Buffers;
using System.Text;

namespace TypedWebhookAlerts.Rendering;

/// <summary>Follows what may become the name of an emoji between two colons, as in <c>:fire:</c>. Which names there are
/// only Discord knows: every word in small letters counts, and 12:30:45 does not.</summary>
internal struct EmojiName
{
    /// <summary>What such names are of.</summary>
    public static readonly SearchValues<byte> Characters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_+-"u8);

    private int _length;
    private uint _tail;
    private bool _hasLetter;

    /// <summary>Whether a colon has begun one.</summary>
    public bool IsOpen { readonly get; private set; }

    /// <summary>Whether an argument wrote any of it.</summary>
    public bool IsOfArgument { readonly get; private set; }

    /// <summary>Whether a colon would end an emoji here.</summary>
    public readonly bool IsWhole => IsOpen && (_hasLetter || IsNameWithoutLetters);

    // "+1", "-1", "100" and "1234" are all that there are.
    private readonly bool IsNameWithoutLetters
        => (_length == 2 && _tail is (('+' << 8) | '1') or (('-' << 8) | '1'))
            || (_length == 3 && _tail == (('1' << 16) | ('0' << 8) | '0'))
            || (_length == 4 && _tail == (('1' << 24) | ('2' << 16) | ('3' << 8) | '4'));

    /// <summary>Follows a rune; 0 for one that has a backslash.</summary>
    public void Follow(int value, bool isArgument)
    {
        if (value == ':')
        {
            this = new EmojiName { IsOpen = true, IsOfArgument = isArgument };
        }
        else if (IsOpen)
        {
            FollowName(value, isArgument);
        }
    }

    /// <summary>Follows ASCII in which there is no colon.</summary>
    public void FollowPlain(ReadOnlySpan<byte> ascii, bool isArgument)
    {
        if (IsOpen && ascii.ContainsAnyExcept(Characters))
        {
            this = default;
        }

        for (var i = 0; IsOpen && i < ascii.Length; i++)
        {
            FollowName(ascii[i], isArgument);
        }
    }

    private void FollowName(int value, bool isArgument)
    {
        if (value is <= 0 or > 0x7F || !Characters.Contains((byte)value))
        {
            this = default;
            return;
        }

        _length++;
        _tail = (_tail << 8) | (uint)value;
        _hasLetter |= value is >= 'a' and <= 'z';
        IsOfArgument |= isArgument;
    }
}
