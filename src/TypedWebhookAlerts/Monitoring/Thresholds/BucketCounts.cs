namespace TypedWebhookAlerts.Monitoring;

/// <summary>
/// How many numbers fell into each bucket. Any thread counts, and one takes the counts away. Pages of 256 buckets, a
/// factor of 65,536 from the first to the last, are made when a number first falls into them, and kept: 2 KiB for the
/// tables, and 1 KiB a page.
/// </summary>
internal sealed class BucketCounts
{
    private const int PageBits = 8;
    private const int PageSize = 1 << PageBits;
    private const int Pages = (LogBuckets.Last >> PageBits) + 1;

    private readonly uint[]?[] _positive = new uint[Pages][];
    private uint[]?[]? _negative;

    public void Count(int bucket)
    {
        var magnitude = Math.Abs(bucket);
        ref var page = ref (bucket < 0 ? Negative() : _positive)[magnitude >> PageBits];
        Interlocked.Increment(ref (Volatile.Read(ref page) ?? Make(ref page))[magnitude & (PageSize - 1)]);
    }

    /// <summary>Takes the counts away: each number is in one of what is taken.</summary>
    /// <param name="counts">Takes them, in no order.</param>
    public void TakeTo(List<(int Bucket, long Count)> counts)
    {
        Take(_positive, sign: 1, counts);
        if (Volatile.Read(ref _negative) is { } negative)
        {
            Take(negative, sign: -1, counts);
        }
    }

    private static void Take(uint[]?[] pages, int sign, List<(int Bucket, long Count)> counts)
    {
        for (var i = 0; i < pages.Length; i++)
        {
            if (Volatile.Read(ref pages[i]) is not { } page)
            {
                continue;
            }

            for (var j = 0; j < page.Length; j++)
            {
                if (Volatile.Read(ref page[j]) != 0)
                {
                    counts.Add((sign * ((i << PageBits) | j), Interlocked.Exchange(ref page[j], 0)));
                }
            }
        }
    }

    private uint[]?[] Negative() => Volatile.Read(ref _negative) ?? Make(ref _negative);

    private static uint[]?[] Make(ref uint[]?[]? pages)
    {
        Interlocked.CompareExchange(ref pages, new uint[Pages][], null);
        return pages;
    }

    private static uint[] Make(ref uint[]? page)
    {
        Interlocked.CompareExchange(ref page, new uint[PageSize], null);
        return page;
    }
}
