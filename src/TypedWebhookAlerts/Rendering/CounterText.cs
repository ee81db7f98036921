using System.Globalization;
using System.Text.Unicode;

namespace TypedWebhookAlerts.Rendering;

/// <summary>
/// Writes the counter of a message's repeats: small print on a line of its own, never over
/// <see cref="DiscordLimits.CounterReserve"/> code points.
/// </summary>
internal static class CounterText
{
    /// <summary>The bytes that the longest counter takes.</summary>
    public const int MaxBytes = 128;

    // With two numbers of at most twelve characters the line stays within the reserve.
    private const long MaxShown = 999_999_999;

    /// <summary>Writes a counter as the inside of a JSON string.</summary>
    /// <param name="destination">Where to; at least <see cref="MaxBytes"/>.</param>
    /// <param name="counter">What it shows.</param>
    /// <param name="isAlone">Whether nothing stands before it, so that it needs no line feed.</param>
    /// <returns>The bytes written; none if there is nothing to show.</returns>
    public static int Write(Span<byte> destination, in AlertCounter counter, bool isAlone)
    {
        if (!counter.IsShown)
        {
            return 0;
        }

        var length = Append(destination, 0, isAlone ? "-# "u8 : "\\n-# "u8);
        if (counter.Count > 1)
        {
            length = Append(destination, length, "×"u8);
            length = Append(destination, length, counter.Count);
            _ = Utf8.TryWrite(destination[length..], $" · <t:{counter.Last.ToUnixTimeSeconds()}:T>", out var written);
            length += written;
        }

        if (counter.Refused > 0)
        {
            length = Append(destination, length, counter.Count > 1 ? " · and "u8 : "and "u8);
            length = Append(destination, length, counter.Refused);
            length = Append(destination, length, " more"u8);
        }

        return length;
    }

    private static int Append(Span<byte> destination, int length, ReadOnlySpan<byte> text)
    {
        text.CopyTo(destination[length..]);
        return length + text.Length;
    }

    private static int Append(Span<byte> destination, int length, long number)
    {
        _ = Math.Min(number, MaxShown).TryFormat(
            destination[length..], out var written, "N0", CultureInfo.InvariantCulture);
        length += written;
        return number > MaxShown ? Append(destination, length, "+"u8) : length;
    }
}
