using System.Diagnostics;
using System.Globalization;

namespace TypedWebhookAlerts.Benchmarks;

/// <summary>What one call costs on the thread that makes it.</summary>
/// <param name="Name">What was called.</param>
/// <param name="Median">Nanoseconds a call, in the middle one of the batches.</param>
/// <param name="Best">Nanoseconds a call, in the best batch: what the code costs when nothing disturbs it.</param>
/// <param name="Bytes">Bytes allocated a call.</param>
/// <param name="Accepted">The share of calls that returned true.</param>
internal sealed record Measurement(string Name, double Median, double Best, double Bytes, double Accepted)
{
    private const int WarmUpBatches = 400;
    private const int Batches = 400;

    /// <summary>Calls in batches, between which whatever the calls fill may be emptied.</summary>
    /// <param name="name">What is called.</param>
    /// <param name="calls">The calls of a batch.</param>
    /// <param name="batch">Makes so many calls and returns how many were accepted.</param>
    /// <param name="settle">Runs between two batches and is not measured.</param>
    public static Measurement Of(string name, int calls, Func<int, int> batch, Action settle)
    {
        for (var i = 0; i < WarmUpBatches; i++)
        {
            batch(calls);
            settle();
        }

        var nanoseconds = new double[Batches];
        var accepted = 0L;
        var bytes = 0L;
        for (var i = 0; i < Batches; i++)
        {
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var start = Stopwatch.GetTimestamp();
            accepted += batch(calls);
            nanoseconds[i] = Stopwatch.GetElapsedTime(start).TotalNanoseconds / calls;
            bytes += GC.GetAllocatedBytesForCurrentThread() - allocated;
            settle();
        }

        Array.Sort(nanoseconds);
        var total = (double)Batches * calls;
        return new Measurement(name, nanoseconds[Batches / 2], nanoseconds[0], bytes / total, accepted / total);
    }

    public static void PrintTable(IEnumerable<Measurement> measurements)
    {
        Console.WriteLine($"{"call",-48} {"median ns",10} {"best ns",10} {"bytes",8} {"accepted",9}");
        foreach (var (name, median, best, bytes, accepted) in measurements)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{name,-48} {median,10:F1} {best,10:F1} {bytes,8:F2} {accepted,9:P0}"));
        }
    }
}
