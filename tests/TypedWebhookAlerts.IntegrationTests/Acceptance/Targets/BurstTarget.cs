using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.IntegrationTests.Acceptance.Evidence;
using TypedWebhookAlerts.IntegrationTests.Acceptance.Language;
using TypedWebhookAlerts.Testing;

namespace TypedWebhookAlerts.IntegrationTests.Acceptance.Targets;

/// <summary>Three hundred alerts at once, and a Critical a second after them.</summary>
internal static class BurstTarget
{
    public const int Burst = 300;

    private const int First = 280;
    private const int Tokens = 28;

    private static readonly TimeSpan s_window = TimeSpan.FromSeconds(60);

    public static async Task<IReadOnlyList<TargetFigure>> MeasureAsync(TimeSpan roundTrip)
    {
        var burst = new Scenario { RoundTrip = roundTrip };
        burst.At(0.Seconds()).Raise(Burst);
        var overtaken = new Scenario { RoundTrip = roundTrip };
        overtaken.At(0.Seconds()).Raise(Burst);
        overtaken.At(1.Seconds()).Raise(1, LogLevel.Critical);
        var name = $"300 at once, round trip {roundTrip.TotalMilliseconds} ms";
        return
        [
            .. Of(name, await burst.RunAsync(2.Minutes()), roundTrip),
            OfCritical(name, await overtaken.RunAsync(2.Minutes())),
        ];
    }

    /// <summary>The figures of a burst, wherever it was.</summary>
    public static IReadOnlyList<TargetFigure> Of(string name, CourseOfEvents course, TimeSpan roundTrip)
    {
        var delays = new Appearances(course).Delays(LogLevel.Error).Order().ToList();
        var least = LeastTime.Of(First / 10, Tokens, s_window);
        return
        [
            new($"{name}: requests", course.Timeline.Count(IsPost), Burst / 10),
            new($"{name}: answers of 429", course.Timeline.Count(request => request.StatusCode == 429), 0),
            new(
                $"{name}: the first {First}, in times of the least ({least.TotalSeconds} s)",
                delays[First - 1] / least,
                roundTrip == TimeSpan.Zero ? 1.05 : 1.35),

            // The first answer has to leave the window; the two requests that then follow take a round trip each.
            new(
                $"{name}: the rest, s after the window turned",
                (delays[^1] - delays[0] - s_window).TotalSeconds,
                (2.5 * roundTrip.TotalSeconds) + 0.1),
        ];
    }

    public static TargetFigure OfCritical(string name, CourseOfEvents course)
        => new(
            $"{name}: a Critical raised 1 s after, s until it is there",
            new Appearances(course).Delays(LogLevel.Critical).Max().TotalSeconds,
            2.5);

    private static bool IsPost(SimulatedRequest request) => request.Method == "POST";
}
