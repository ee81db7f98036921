using System.Text;

namespace TypedWebhookAlerts.Rendering;

/// <summary>The last characters of a text, in lower case; 0 for an escaped one and for what is not ASCII.</summary>
internal struct TextTail
{
    private ulong _bytes;

    /// <summary>The last one.</summary>
    public readonly byte Last => (byte)_bytes;

    public readonly bool EndsInWordUnderscore => Last == '_' && char.IsAsciiLetterOrDigit((char)(byte)(_bytes >> 8));

    public readonly bool EndsInOneAsterisk => Last == '*' && (byte)(_bytes >> 8) != '*';

    /// <summary>Whether it ends in a scheme that Discord makes links of.</summary>
    public readonly bool EndsInScheme
        => EndsWith("http"u8) || EndsWith("https"u8) || EndsWith("discord"u8) || EndsWith("steam"u8);

    public readonly bool EndsInSchemeAndColon => Last == ':' && WithoutLast(1).EndsInScheme;

    /// <summary>Whether an address begins behind it.</summary>
    public readonly bool EndsInBeginOfAddress => EndsWith("://"u8) && WithoutLast(3).EndsInScheme;

    /// <summary>Whether a slash would end what Discord looks for in a content to show an invitation's or a gift's card,
    /// whether it is a link or not.</summary>
    public readonly bool EndsInInvitation
        => EndsWith("cord.gg"u8) || EndsWith("cord.new"u8) || EndsWith("ord.gift"u8)
            || EndsWith("m/invite"u8) || EndsWith("m\\invite"u8) || EndsWith("om/gifts"u8);

    /// <summary>A rune as one byte; 0 for what is not ASCII.</summary>
    public static byte Ascii(Rune rune) => rune.IsAscii ? (byte)rune.Value : (byte)0;

    public void Push(Rune rune) => Push(Ascii(rune));

    /// <summary>Pushes the last of some ASCII.</summary>
    public void Push(ReadOnlySpan<byte> ascii)
    {
        foreach (var character in ascii[Math.Max(0, ascii.Length - sizeof(ulong))..])
        {
            Push(character);
        }
    }

    public readonly bool EndsWith(ReadOnlySpan<byte> ascii)
    {
        var bytes = _bytes;
        for (var i = ascii.Length - 1; i >= 0; i--, bytes >>= 8)
        {
            if ((byte)bytes != ascii[i])
            {
                return false;
            }
        }

        return true;
    }

    private readonly TextTail WithoutLast(int count) => new() { _bytes = _bytes >> (8 * count) };

    private void Push(byte value)
        => _bytes = (_bytes << 8) | (value is >= (byte)'A' and <= (byte)'Z' ? (byte)(value | 0x20) : value);
}
