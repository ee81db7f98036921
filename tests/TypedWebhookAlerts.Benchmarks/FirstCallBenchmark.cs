using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;

namespace TypedWebhookAlerts.Benchmarks;

/// <summary>
/// The calls that are not warm: the first ever, which compiles the code and makes the ring, and the first after a
/// second of idleness, which wakes the pump.
/// </summary>
internal static class FirstCallBenchmark
{
    private const int Rounds = 20;

    public static async Task RunAsync()
    {
        var first = Time(() => WebhookAlerts.Pipeline.Measured("component", 1, 0.5));
        var second = Time(() => WebhookAlerts.Pipeline.Measured("component", 2, 0.5));
        Print("the first call ever (dormant, ring made)", [first]);
        Print("the second call ever", [second]);

        await using var pipeline = WebhookAlerts.Start(options =>
        {
            options.LoggerFactory = NullLoggerFactory.Instance;
            options.Fallback.Path = null;
        });
        for (var i = 0; i < 100_000; i++)
        {
            pipeline.Measured("component", i, 0.5);
        }

        var idle = new double[Rounds];
        for (var round = 0; round < Rounds; round++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
            var number = round;
            idle[round] = Time(() => pipeline.Measured("component", number, 0.5));
        }

        Print("the first call after a second of idleness", idle);
    }

    private static double Time(Func<bool> call)
    {
        var start = Stopwatch.GetTimestamp();
        call();
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds;
    }

    private static void Print(string name, double[] microseconds)
    {
        Array.Sort(microseconds);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-44} median {microseconds[microseconds.Length / 2],10:F1} µs   worst {microseconds[^1],10:F1} µs"));
    }
}
