namespace TypedWebhookAlerts.Rendering;

/// <summary>Shortens a text before it becomes part of another.</summary>
internal static class ShortText
{
    /// <summary>A text no longer than so many code points, with an ellipsis if it was.</summary>
    public static string Of(ReadOnlySpan<char> text, int most)
    {
        var codePoints = 0;
        var units = 0;
        var before = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (++codePoints > most)
            {
                return string.Concat(text[..before], "…");
            }

            before = codePoints == most ? before : units + rune.Utf16SequenceLength;
            units += rune.Utf16SequenceLength;
        }

        return text.ToString();
    }
}
