namespace TypedWebhookAlerts.IntegrationTests.Hosting;

/// <summary>What tests of a host's reloads share.</summary>
internal static class HostReloads
{
    /// <summary>The key of a level: at Critical nothing of less is raised, which shows whether a reload was
    /// taken.</summary>
    public const string Level = "WebhookAlerts:MinimumLevel";

    /// <summary>By then a change is taken.</summary>
    public static TimeSpan Soon { get; } = TimeSpan.FromSeconds(1);
}
