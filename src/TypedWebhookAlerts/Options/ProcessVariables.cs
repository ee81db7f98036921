namespace TypedWebhookAlerts;

/// <summary>The variables of this process.</summary>
internal static class ProcessVariables
{
    /// <summary>Writes what they say into options, and what is wrong with them into their notes.</summary>
    public static void ReadVariables(this WebhookAlertOptions options)
    {
        options.Notes.Mistakes.AddRange(WebhookVariables.Apply(options, Environment.GetEnvironmentVariable));
        options.Notes.Unknown.AddRange(
            WebhookVariables.Misspelt(Environment.GetEnvironmentVariables().Keys.Cast<string>()));
    }
}
