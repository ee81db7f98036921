namespace TypedWebhookAlerts;

/// <summary>Counts of the last minutes, of several kinds. Thread-safe.</summary>
/// <remarks>A clock of the user's that throws is none of a loss's concern: nothing is counted then.</remarks>
/// <param name="time">The clock.</param>
/// <param name="kinds">How many kinds.</param>
internal sealed class RecentCounts(TimeProvider time, int kinds = 1)
{
    private const int Buckets = 10;

    /// <summary>For how long a count shows. It is forgotten up to a tenth of that later.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan s_bucket = Window / Buckets;

    private readonly Lock _gate = new();

    // One more than the window has: the newest is not full yet.
    private readonly long[][] _counts = [.. Enumerable.Range(0, Buckets + 1).Select(_ => new long[kinds])];
    private readonly long[] _begun = new long[Buckets + 1];

    public void Add(int kind, long count)
    {
        if (count <= 0)
        {
            return;
        }

        lock (_gate)
        {
            if (Now() is not { } now)
            {
                return;
            }

            var bucket = (int)(now % (Buckets + 1));
            if (_begun[bucket] != now)
            {
                _begun[bucket] = now;
                Array.Clear(_counts[bucket]);
            }

            _counts[bucket][kind] += count;
        }
    }

    /// <summary>How many were counted within the window.</summary>
    public long Sum(int kind = 0)
    {
        lock (_gate)
        {
            var oldest = Now() - Buckets ?? 0;
            return Enumerable.Range(0, Buckets + 1)
                .Where(bucket => _begun[bucket] >= oldest)
                .Sum(bucket => _counts[bucket][kind]);
        }
    }

    private long? Now()
    {
        try
        {
            return time.GetElapsedTime(0).Ticks / s_bucket.Ticks;
        }
        catch (Exception)
        {
            return null;
        }
    }
}
