using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts;

/// <summary>Rows of counts, one count a level. Each row has cache lines of its own: the pump counts what it takes,
/// lanes what they deliver, and neither waits for the other's line.</summary>
/// <remarks>Within a row the levels share a line: what writes a row in a storm is mostly one thread, and of one
/// level.</remarks>
/// <param name="rows">How many rows.</param>
internal sealed class LevelCounts(int rows)
{
    /// <summary>From Trace to Critical.</summary>
    public const int Levels = (int)LogLevel.Critical + 1;

    /// <summary>128 bytes: processors fetch lines of 64 in pairs. A row before the first keeps it from the array's
    /// head, which every access reads.</summary>
    private const int Stride = 16;

    private readonly long[] _counts = new long[(rows + 1) * Stride];

    public void Add(int row, LogLevel level, long count) => Interlocked.Add(ref _counts[Index(row, level)], count);

    public long Read(int row, LogLevel level) => Volatile.Read(ref _counts[Index(row, level)]);

    public long Sum(int row)
    {
        var sum = 0L;
        for (var level = LogLevel.Trace; level <= LogLevel.Critical; level++)
        {
            sum += Read(row, level);
        }

        return sum;
    }

    /// <summary>Adds what another with as many rows has counted.</summary>
    public void Add(LevelCounts other)
    {
        for (var row = 0; row < rows; row++)
        {
            for (var level = LogLevel.Trace; level <= LogLevel.Critical; level++)
            {
                Add(row, level, other.Read(row, level));
            }
        }
    }

    private static int Index(int row, LogLevel level) => ((row + 1) * Stride) + (int)level;
}
