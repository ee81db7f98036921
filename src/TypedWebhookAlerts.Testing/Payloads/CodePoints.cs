namespace TypedWebhookAlerts.Testing.Payloads;

/// <summary>Counts as Discord does: Unicode code points, not UTF-16 units.</summary>
internal static class CodePoints
{
    public static int Count(string? text)
    {
        if (text is null)
        {
            return 0;
        }

        var pairs = 0;
        foreach (var unit in text)
        {
            pairs += char.IsLowSurrogate(unit) ? 1 : 0;
        }

        return text.Length - pairs;
    }
}
