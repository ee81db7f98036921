namespace TypedWebhookAlerts.Monitoring;

/// <summary>A counter as its increase per second. Silence is a rate of zero.</summary>
internal sealed class RateSeries : MetricSeries
{
    private readonly StripedSum _sum = new();

    public override void Record(double value) => _sum.Add(value);

    public override MetricReading Take(double seconds)
    {
        var sum = _sum.Take();
        return new MetricReading(sum / seconds, IsAlive: sum != 0);
    }
}
