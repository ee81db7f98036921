using System.Globalization;
using TypedWebhookAlerts.IntegrationTests.Acceptance.Targets;

namespace TypedWebhookAlerts.Benchmarks;

/// <summary>
/// Prints what the delivery promises beside what it comes to. In virtual time, where an hour takes a second, but for
/// the last part: there sockets, HTTP and the clock are real, and it takes the minute that Discord's windows take.
/// </summary>
internal static class DeliveryBenchmark
{
    /// <returns>0 if every target is met.</returns>
    public static async Task<int> RunAsync()
    {
        var areMet = true;
        Console.WriteLine($"{"figure",-92} {"value",9} {"limit",9}");
        foreach (var measure in Measures())
        {
            foreach (var figure in await measure())
            {
                areMet &= figure.IsMet;
                var verdict = figure.IsMet ? "ok" : "MISSED";
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{figure.Name,-92} {figure.Value,9:0.###} {figure.Limit,9:0.###} {verdict}"));
            }
        }

        return areMet ? 0 : 1;
    }

    private static IEnumerable<Func<Task<IReadOnlyList<TargetFigure>>>> Measures()
    {
        foreach (var milliseconds in (int[])[0, 40, 300])
        {
            yield return () => BurstTarget.MeasureAsync(TimeSpan.FromMilliseconds(milliseconds));
        }

        yield return StormTarget.MeasureAsync;
        foreach (var (limit, seconds, milliseconds) in HiddenWindowTarget.Windows)
        {
            yield return () => HiddenWindowTarget.MeasureAsync(
                limit, TimeSpan.FromSeconds(seconds), TimeSpan.FromMilliseconds(milliseconds));
        }

        yield return SteadyTarget.MeasureAsync;
        yield return LoopbackTarget.MeasureAsync;
    }
}
