namespace TypedWebhookAlerts.Testing.Payloads;

/// <summary>What a message of a webhook may be signed with.</summary>
internal static class UsernameRules
{
    private const int Longest = 80;

    private static readonly string[] Forbidden = ["clyde", "discord"];
    private static readonly string[] Reserved = ["here", "everyone"];

    public static string? Read(PayloadObject payload)
    {
        const string name = "username";
        if (payload.RawText(name)?.Trim() is not { } text)
        {
            return null;
        }

        foreach (var error in Check(text))
        {
            payload.ErrorsOf(name).Add(error);
        }

        return text;
    }

    private static IEnumerable<FormError> Check(string text)
    {
        if (CodePoints.Count(text) is 0 or > Longest)
        {
            yield return FormErrors.BadLength(1, Longest);
        }

        foreach (var word in Forbidden.Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)))
        {
            yield return FormErrors.NameContains(word);
        }

        if (text.Contains("```", StringComparison.Ordinal))
        {
            yield return FormErrors.BackticksInName;
        }

        if (Reserved.Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            yield return FormErrors.ReservedName;
        }
    }
}
