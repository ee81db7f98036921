using System.Globalization;

namespace TypedWebhookAlerts.Rendering;

/// <summary>Formats values whose text is too long for the stack: a format may itself be long ("N200").</summary>
internal static class LongValue
{
    /// <summary>Nothing that is shown is longer than an embed, so this ends the search for room.</summary>
    private const int MostBytes = 16 * 1024;

    /// <summary>A value's text by its own formatting, in the invariant culture.</summary>
    /// <returns>False when it is longer than anything that is shown.</returns>
    public static bool TryFormat<T>(T value, string? format, out ReadOnlySpan<byte> utf8)
        where T : struct, IUtf8SpanFormattable
    {
        for (var size = 1024; size <= MostBytes; size *= 4)
        {
            var room = new byte[size];
            if (value.TryFormat(room, out var written, format, CultureInfo.InvariantCulture))
            {
                utf8 = room.AsSpan(0, written);
                return true;
            }
        }

        utf8 = default;
        return false;
    }
}
