using System.Globalization;

namespace TypedWebhookAlerts.Rendering;

/// <summary>Says how many fields a message has no room for, in small print on a line of its own.</summary>
internal static class FoldedNote
{
    /// <summary>Its code points, with the line feed before it.</summary>
    public static int CodePoints(int fields) => "\n-# + fields".Length + Digits(fields);

    /// <summary>Appends the note, without a line feed.</summary>
    /// <returns>The code points that were appended.</returns>
    public static int Append(Utf8Buffer output, int fields)
    {
        output.Append("-# +"u8);
        output.Append(fields);
        output.Append(" fields"u8);
        return CodePoints(fields) - 1;
    }

    private static int Digits(int number)
    {
        Span<char> digits = stackalloc char[11];
        _ = number.TryFormat(digits, out var length, default, CultureInfo.InvariantCulture);
        return length;
    }
}
