using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.IntegrationTests.Acceptance.Evidence;
using TypedWebhookAlerts.IntegrationTests.Acceptance.Language;

namespace TypedWebhookAlerts.IntegrationTests.Acceptance.Targets;

/// <summary>A million equal alerts within ten seconds, from two threads, with a Critical amid them.</summary>
internal static class StormTarget
{
    public const int Storm = 1_000_000;

    private const int Waves = 20;
    private const string Name = "a million equal alerts in 10 s";

    public static async Task<IReadOnlyList<TargetFigure>> MeasureAsync()
    {
        var course = await Tell().RunAsync(1.Minutes());
        return
        [
            new(
                $"{Name}: a Critical among them, s until it is there",
                new Appearances(course).Delays(LogLevel.Critical).Max().TotalSeconds,
                2.5),
            new($"{Name}: requests", course.Timeline.Count(request => request.Method != "GET"), 12),
            new($"{Name}: answers of 429", course.Timeline.Count(request => request.StatusCode == 429), 0),
        ];
    }

    /// <summary>The threads race with the pump for real: within a wave neither waits for the other, and the clock moves
    /// between waves.</summary>
    public static Scenario Tell()
    {
        var scenario = new Scenario { RoundTrip = 40.Milliseconds() };
        for (var wave = 0; wave < Waves; wave++)
        {
            scenario.At(wave * 0.5.Seconds()).Storm("of repeats", Storm / Waves, withCritical: wave == Waves / 2);
        }

        return scenario;
    }
}
