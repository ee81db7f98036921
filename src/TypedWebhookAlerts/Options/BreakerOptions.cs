namespace TypedWebhookAlerts;

/// <summary>When a webhook that fails is left alone for a while. What waits meanwhile waits, or moves to the route's
/// <see cref="RouteOptions.Fallback"/>.</summary>
public sealed class BreakerOptions
{
    /// <summary>After how many failures in a row. The default value is 5; from 2 to 1,000.</summary>
    public int Failures { get; set; } = 5;

    /// <summary>For how long; then one message is tried. The default value is 60 seconds; from 1 second to 1
    /// hour.</summary>
    public TimeSpan Pause { get; set; } = TimeSpan.FromSeconds(60);
}
