namespace TypedWebhookAlerts.Capture;

/// <summary>How text stands in a record: a count of UTF-16 units, then the units.</summary>
internal static class CapturedText
{
    /// <summary>No argument is captured beyond so many UTF-16 units: an embed's description holds no more.</summary>
    public const int Cap = 4096;

    public const int Null = -1;

    /// <summary>Set in the count when the text was cut.</summary>
    public const int CutFlag = 1 << 30;

    private const int LookBack = 512;

    /// <summary>How many units are captured: all, or up to the last white space before the cap, so that no word
    /// (and no half of a secret) is cut where that can be helped.</summary>
    public static int LengthOf(ReadOnlySpan<char> text) => text.Length <= Cap ? text.Length : CutLength(text);

    private static int CutLength(ReadOnlySpan<char> text)
    {
        var start = Cap - LookBack;
        for (var i = Cap; i >= start; i--)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                return i;
            }
        }

        return char.IsHighSurrogate(text[Cap - 1]) ? Cap - 1 : Cap;
    }
}
