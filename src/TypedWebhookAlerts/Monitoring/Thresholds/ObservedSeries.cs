namespace TypedWebhookAlerts.Monitoring;

/// <summary>What an observable instrument reports when it is asked. If it reports several values, they are made
/// one.</summary>
/// <remarks>It is asked on the thread that looks: nobody else records.</remarks>
internal sealed class ObservedSeries(Func<double, double, double> combine) : MetricSeries
{
    private double? _reported;

    public override void Record(double value)
        => _reported = _reported is { } former ? combine(former, value) : value;

    public override MetricReading Take(double seconds)
    {
        var reported = _reported;
        _reported = null;
        return new MetricReading(reported, IsAlive: reported is not null);
    }
}
