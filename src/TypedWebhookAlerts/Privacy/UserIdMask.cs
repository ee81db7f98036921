using System.Security.Cryptography;
using System.Text;

namespace TypedWebhookAlerts.Privacy;

/// <summary>Decides what stands for a user's id where others see it: the id, its end, or a keyed hash of it.</summary>
/// <remarks>Writes plain text: to make an id that is shown one to click on is the destination's affair.</remarks>
internal sealed class UserIdMask
{
    /// <summary>The bytes that the longest text takes: an id has up to 20 digits.</summary>
    public const int MaxLength = 20;

    /// <summary>48 bits of the hash: among 100,000 users two look the same once in 50,000 times.</summary>
    private const int HashBytes = 6;

    private const int MaxDigitsShown = 4;

    private readonly UserIdDisplay _display;
    private readonly byte[] _key;

    /// <param name="display">How ids are shown.</param>
    /// <param name="hashKey">The key of <see cref="UserIdDisplay.Hash"/>, which the validator has asked for.</param>
    public UserIdMask(UserIdDisplay display, string? hashKey)
    {
        // What nobody can compute tells nothing: without a key no hash is shown as one.
        _display = display == UserIdDisplay.Hash && string.IsNullOrEmpty(hashKey) ? UserIdDisplay.Mask : display;
        _key = Encoding.UTF8.GetBytes(hashKey ?? string.Empty);
    }

    /// <summary>Shows ids as they are.</summary>
    public static UserIdMask None { get; } = new(UserIdDisplay.Show, hashKey: null);

    /// <summary>Whether ids are shown as they are.</summary>
    public bool ShowsIds => _display == UserIdDisplay.Show;

    /// <summary>What stands for an id.</summary>
    public string Apply(ulong id)
    {
        Span<byte> utf8 = stackalloc byte[MaxLength];
        return Encoding.UTF8.GetString(utf8[..Write(id, utf8)]);
    }

    /// <summary>Writes what stands for an id.</summary>
    /// <param name="id">The id.</param>
    /// <param name="destination">Where to; at least <see cref="MaxLength"/> bytes.</param>
    /// <returns>The bytes written.</returns>
    public int Write(ulong id, Span<byte> destination)
    {
        Span<byte> buffer = stackalloc byte[MaxLength];
        _ = id.TryFormat(buffer, out var length);
        var digits = buffer[..length];
        if (_display == UserIdDisplay.Hash)
        {
            return WriteHash(digits, destination);
        }

        if (_display == UserIdDisplay.Mask)
        {
            return WriteEnd(digits, destination);
        }

        digits.CopyTo(destination);
        return length;
    }

    // Of the digits as text, so that whoever has the key can compute it with any tool.
    private int WriteHash(ReadOnlySpan<byte> digits, Span<byte> destination)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, digits, hash);
        _ = Convert.TryToHexStringLower(hash[..HashBytes], destination, out var written);
        return written;
    }

    // Never more than half of it: a short id would otherwise be shown whole.
    private static int WriteEnd(ReadOnlySpan<byte> digits, Span<byte> destination)
    {
        "…"u8.CopyTo(destination);
        var end = digits[^Math.Min(MaxDigitsShown, digits.Length / 2)..];
        end.CopyTo(destination["…"u8.Length..]);
        return "…"u8.Length + end.Length;
    }
}
