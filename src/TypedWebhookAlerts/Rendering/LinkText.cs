using System.Buffers;
using System.Text;

namespace TypedWebhookAlerts.Rendering;

/// <summary>Turns an address into a link that shows exactly where it leads.</summary>
internal static class LinkText
{
    /// <summary>The longest link, in bytes with its brackets; a longer address is shown as text.</summary>
    public const int MaxLength = 512;

    /// <summary>The bytes of a rune whose every UTF-8 byte is percent-encoded.</summary>
    public const int MaxEncodedRune = 12;

    private static readonly SearchValues<char> s_host = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-:[]");

    private static readonly SearchValues<byte> s_kept = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/?=&+,;:%#@!$'"u8);

    /// <summary>Without what means something beside an address: what ends a style may end the address with
    /// it.</summary>
    private static readonly SearchValues<byte> s_keptOfArgument = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-./?=&+,;%$!'"u8);

    /// <summary>Writes an absolute http or https address in angle brackets. One that names a user, or whose host is not
    /// plain ASCII, could pass for another's: it is refused.</summary>
    public static bool TryWrite(ReadOnlySpan<char> address, Span<byte> destination, out int written)
    {
        written = 0;
        if (!IsAddress(address))
        {
            return false;
        }

        destination[written++] = (byte)'<';
        foreach (var rune in address.EnumerateRunes())
        {
            if (destination.Length - written <= MaxEncodedRune)
            {
                return false;
            }

            written += Encode(rune, destination[written..]);
        }

        destination[written++] = (byte)'>';
        return true;
    }

    /// <summary>Whether a text is an absolute http or https address whose host can be read.</summary>
    public static bool IsAddress(ReadOnlySpan<char> address)
        => SchemeLength(address) is var host and > 0 && IsHost(address[host..]);

    /// <summary>Writes a rune as it may stand in a link: percent-encoded where it could end it.</summary>
    public static int Encode(Rune rune, Span<byte> destination) => Encode(rune, destination, s_kept);

    /// <summary>Writes a rune of an argument's that stands in a developer's address: percent-encoded too where it would
    /// mean something if the address had ended before it.</summary>
    public static int EncodeArgument(Rune rune, Span<byte> destination) => Encode(rune, destination, s_keptOfArgument);

    private static int Encode(Rune rune, Span<byte> destination, SearchValues<byte> kept)
    {
        Span<byte> utf8 = stackalloc byte[4];
        var length = rune.EncodeToUtf8(utf8);
        if (kept.Contains(utf8[0]))
        {
            destination[0] = utf8[0];
            return 1;
        }

        var written = 0;
        foreach (var value in utf8[..length])
        {
            destination[written++] = (byte)'%';
            destination[written++] = Hex(value >> 4);
            destination[written++] = Hex(value & 15);
        }

        return written;
    }

    private static int SchemeLength(ReadOnlySpan<char> address)
        => address.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? "https://".Length
            : address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? "http://".Length
            : 0;

    private static bool IsHost(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAny('/', '?', '#');
        var host = end < 0 ? rest : rest[..end];
        return !host.IsEmpty && !host.ContainsAnyExcept(s_host);
    }

    private static byte Hex(int digit) => (byte)(digit < 10 ? '0' + digit : 'A' + digit - 10);
}
