namespace TypedWebhookAlerts.Testing.Payloads;

/// <summary>What a message of a webhook may be signed with.</summary>
internal static class UsernameRules
{
    private const int Longest = 80;

    private static readonly string[] s_forbidden = ["clyde", "discord"];
    private static readonly string[] s_reserved = ["here", "everyone"];

    public static string? Read(PayloadObject payload)
    {
        const string Name = "username";
        if (payload.RawText(Name)?.Trim() is not { } text)
        {
            return null;
        }

        foreach (var error in Check(text))
        {
            payload.ErrorsOf(Name).Add(error);
        }

        return text;
    }

    private static IEnumerable<FormError> Check(string text)
    {
        if (CodePoints.Count(text) is 0 or > Longest)
        {
            yield return FormErrors.BadLength(1, Longest);
        }

        foreach (var word in s_forbidden.Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)))
        {
            yield return FormErrors.NameContains(word);
        }

        if (text.Contains("```", StringComparison.Ordinal))
        {
            yield return FormErrors.BackticksInName;
        }

        if (s_reserved.Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            yield return FormErrors.ReservedName;
        }
    }
}
