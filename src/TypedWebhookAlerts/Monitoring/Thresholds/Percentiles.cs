namespace TypedWebhookAlerts.Monitoring;

/// <summary>Reads percentiles off counts of buckets.</summary>
internal static class Percentiles
{
    /// <summary>The smallest number that so many percent of all are not greater than, as near as a bucket's
    /// middle.</summary>
    /// <param name="counts">What was counted, at least one. Put in order here.</param>
    /// <param name="percentile">More than 0, at most 100.</param>
    public static double Of(List<(int Bucket, long Count)> counts, double percentile)
    {
        counts.Sort(static (left, right) => left.Bucket.CompareTo(right.Bucket));
        var rank = Math.Ceiling(percentile * counts.Sum(static bucket => bucket.Count) / 100);
        foreach (var (bucket, count) in counts)
        {
            rank -= count;
            if (rank <= 0)
            {
                return LogBuckets.Middle(bucket);
            }
        }

        return LogBuckets.Middle(counts[^1].Bucket);
    }
}
