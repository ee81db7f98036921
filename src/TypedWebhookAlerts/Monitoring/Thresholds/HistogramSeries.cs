namespace TypedWebhookAlerts.Monitoring;

/// <summary>A percentile of what was recorded. Silence says nothing.</summary>
internal sealed class HistogramSeries(double percentile) : MetricSeries
{
    private readonly BucketCounts?[] _stripes = new BucketCounts?[Stripes.Count];
    private readonly List<(int Bucket, long Count)> _taken = [];

    public override void Record(double value)
    {
        ref var stripe = ref _stripes[Stripes.Current];
        (Volatile.Read(ref stripe) ?? Make(ref stripe)).Count(LogBuckets.Of(value));
    }

    public override MetricReading Take(double seconds)
    {
        _taken.Clear();
        for (var i = 0; i < _stripes.Length; i++)
        {
            Volatile.Read(ref _stripes[i])?.TakeTo(_taken);
        }

        return _taken.Count == 0
            ? default
            : new MetricReading(Percentiles.Of(_taken, percentile), IsAlive: true);
    }

    private static BucketCounts Make(ref BucketCounts? stripe)
    {
        Interlocked.CompareExchange(ref stripe, new BucketCounts(), null);
        return stripe;
    }
}
