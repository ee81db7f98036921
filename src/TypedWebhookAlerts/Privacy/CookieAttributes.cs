namespace TypedWebhookAlerts.Privacy;

/// <summary>What a <c>Set-Cookie</c> header says besides the cookie.</summary>
internal static class CookieAttributes
{
    private static readonly string[] s_names =
        ["Path", "Domain", "Expires", "Max-Age", "SameSite", "Priority", "Version"];

    public static bool IsOne(ReadOnlySpan<char> name)
    {
        foreach (var known in s_names)
        {
            if (name.Equals(known, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
