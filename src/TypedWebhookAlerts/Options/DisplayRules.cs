namespace TypedWebhookAlerts;

/// <summary>What may be said of how alerts show users and traces.</summary>
internal static class DisplayRules
{
    private const int LeastKey = 16;
    private const string TraceId = "{traceId}";

    public static IEnumerable<string> Mistakes(WebhookAlertOptions options)
    {
        string?[] mistakes = [UserIds(options), TraceUrl(options.TraceUrl)];
        return mistakes.OfType<string>();
    }

    private static string? UserIds(WebhookAlertOptions options)
    {
        if (!Enum.IsDefined(options.UserIds))
        {
            return "UserIds must be Show, Mask or Hash.";
        }

        return options.UserIds == UserIdDisplay.Hash && (options.UserIdHashKey?.Trim().Length ?? 0) < LeastKey
            ? "UserIdHashKey (or WEBHOOK_USER_ID_HASH_KEY) must have at least 16 characters where UserIds is Hash."
            : null;
    }

    private static string? TraceUrl(string? template)
    {
        if (string.IsNullOrWhiteSpace(template))
        {
            return null;
        }

        // What stands before the id decides where a link leads.
        var place = template.IndexOf(TraceId, StringComparison.Ordinal);
        return place > 0
            && IsAddress(template[..place])
            && IsAddress(template.Replace(TraceId, "0", StringComparison.Ordinal))
            ? null
            : "TraceUrl must be an http or https address with {traceId} in it.";
    }

    private static bool IsAddress(string text)
        => Uri.TryCreate(text, UriKind.Absolute, out var url)
            && url.Host.Length > 0
            && url.UserInfo.Length == 0
            && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps);
}
