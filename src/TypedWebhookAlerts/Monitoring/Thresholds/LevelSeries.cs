namespace TypedWebhookAlerts.Monitoring;

/// <summary>A counter as its total, since it is watched. One that has come down to nothing may be forgotten.</summary>
internal sealed class LevelSeries : MetricSeries
{
    private readonly StripedSum _sum = new();
    private double _level;

    public override void Record(double value) => _sum.Add(value);

    public override MetricReading Take(double seconds)
    {
        var change = _sum.Take();
        if (!double.IsFinite(_level + change))
        {
            // A sum beyond all numbers would never come down again: it begins anew.
            _level = change = 0;
        }

        _level += change;
        return new MetricReading(_level, IsAlive: change != 0 || _level != 0);
    }
}
