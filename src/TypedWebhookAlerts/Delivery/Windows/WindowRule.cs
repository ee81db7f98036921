namespace TypedWebhookAlerts.Delivery;

/// <summary>At most so many requests within so much time, looking back from any moment.</summary>
/// <param name="Limit">How many; at least 1.</param>
/// <param name="Period">Within what time.</param>
internal readonly record struct WindowRule(int Limit, TimeSpan Period)
{
    /// <summary>How many requests a second it allows in the long run.</summary>
    public double Rate => Limit / Period.TotalSeconds;
}
