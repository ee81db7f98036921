namespace TypedWebhookAlerts;

/// <summary>How many alerts were lost in the last minutes, by reason. Thread-safe.</summary>
/// <param name="time">The clock.</param>
internal sealed class RecentLosses(TimeProvider time)
{
    private const int Buckets = 10;

    /// <summary>For how long a loss shows. It is forgotten up to a tenth of that later.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private static readonly int s_reasons = Enum.GetValues<DropReason>().Length;
    private static readonly TimeSpan s_bucket = Window / Buckets;

    private readonly Lock _gate = new();

    // One more than the window has: the newest is not full yet.
    private readonly long[][] _lost = [.. Enumerable.Range(0, Buckets + 1).Select(_ => new long[s_reasons])];
    private readonly long[] _begun = new long[Buckets + 1];

    private long Now => time.GetElapsedTime(0).Ticks / s_bucket.Ticks;

    public void Add(DropReason reason, long alerts)
    {
        if (alerts > 0)
        {
            lock (_gate)
            {
                var now = Now;
                var bucket = (int)(now % (Buckets + 1));
                if (_begun[bucket] != now)
                {
                    _begun[bucket] = now;
                    Array.Clear(_lost[bucket]);
                }

                _lost[bucket][(int)reason] += alerts;
            }
        }
    }

    /// <summary>How many were lost within the window.</summary>
    public long Count(DropReason reason)
    {
        lock (_gate)
        {
            var oldest = Now - Buckets;
            return Enumerable.Range(0, Buckets + 1)
                .Where(bucket => _begun[bucket] >= oldest)
                .Sum(bucket => _lost[bucket][(int)reason]);
        }
    }
}
