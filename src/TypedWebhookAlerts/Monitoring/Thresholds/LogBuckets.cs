namespace TypedWebhookAlerts.Monitoring;

/// <summary>
/// Sorts numbers into buckets whose width grows with them: 16 of equal width between a power of two and the next, so
/// that the middle of one is at most 1/32 of a number away from it. The bucket is read off the number's bits.
/// </summary>
internal static class LogBuckets
{
    /// <summary>The bits below a bucket's: of the 52 that a number has after its leading one, four count.</summary>
    private const int Shift = 48;

    /// <summary>The bucket of zero, and of what is so near to it (below 2.3e-308) that it has no exponent.</summary>
    public const int Zero = 0;

    /// <summary>The first bucket of numbers that have an exponent.</summary>
    private const int First = 16;

    /// <summary>The greatest bucket: of the largest finite number.</summary>
    public const int Last = 0x7FEF;

    /// <summary>The bucket of a finite number; of a negative one, its opposite's with a minus: buckets are in the
    /// numbers' order.</summary>
    public static int Of(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var bucket = (int)((bits & long.MaxValue) >> Shift);
        return bucket < First ? Zero : bits < 0 ? -bucket : bucket;
    }

    /// <summary>The middle of a bucket.</summary>
    public static double Middle(int bucket)
    {
        if (bucket == Zero)
        {
            return 0;
        }

        var middle = BitConverter.Int64BitsToDouble(((long)Math.Abs(bucket) << Shift) | (1L << (Shift - 1)));
        return bucket < 0 ? -middle : middle;
    }
}
