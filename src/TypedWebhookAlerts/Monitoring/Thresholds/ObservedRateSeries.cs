namespace TypedWebhookAlerts.Monitoring;

/// <summary>A total that is reported when it is asked for, as its increase per second.</summary>
/// <remarks>As with <see cref="ObservedSeries"/>, nobody else records.</remarks>
internal sealed class ObservedRateSeries : MetricSeries
{
    private double? _total;
    private double? _former;
    private double _seconds;

    public override void Record(double value) => _total = (_total ?? 0) + value;

    public override MetricReading Take(double seconds)
    {
        _seconds += seconds;
        if (_total is not { } total)
        {
            return default;
        }

        // What falls has begun anew, or one of its parts has: how much that part had grown before, nobody knows.
        double? rate = total >= _former ? (total - _former) / _seconds : null;
        (_total, _former, _seconds) = (null, total, 0);
        return new MetricReading(rate, IsAlive: true);
    }
}
