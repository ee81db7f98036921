namespace TypedWebhookAlerts.Monitoring;

/// <summary>What an interval's measurements come to.</summary>
/// <param name="Value">What is compared; null if nothing is known.</param>
/// <param name="IsAlive">Whether there is anything to remember: measurements, or what they have left.</param>
internal readonly record struct MetricReading(double? Value, bool IsAlive);
