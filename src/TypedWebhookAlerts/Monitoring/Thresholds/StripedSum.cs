using System.Runtime.InteropServices;

namespace TypedWebhookAlerts.Monitoring;

/// <summary>A sum that any thread adds to, and one takes away.</summary>
internal sealed class StripedSum
{
    private readonly Cell[] _cells = new Cell[Stripes.Count + 1];

    public void Add(double value)
    {
        ref var bits = ref _cells[Stripes.Current + 1].Bits;
        var seen = Volatile.Read(ref bits);
        while (true)
        {
            var sum = BitConverter.DoubleToInt64Bits(BitConverter.Int64BitsToDouble(seen) + value);
            var found = Interlocked.CompareExchange(ref bits, sum, seen);
            if (found == seen)
            {
                return;
            }

            seen = found;
        }
    }

    /// <summary>The sum since it was taken last: each addition is in one of them.</summary>
    public double Take()
    {
        var sum = 0.0;
        for (var i = 1; i < _cells.Length; i++)
        {
            sum += BitConverter.Int64BitsToDouble(Interlocked.Exchange(ref _cells[i].Bits, 0));
        }

        return sum;
    }

    /// <summary>Two lines of memory: processors fetch them in pairs. The first cell is left empty, as the array's
    /// length lies before it.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 128)]
    private struct Cell
    {
        public long Bits;
    }
}
