using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.IntegrationTests.Acceptance.Evidence;
using TypedWebhookAlerts.IntegrationTests.Acceptance.Language;

namespace TypedWebhookAlerts.IntegrationTests.Acceptance.Targets;

/// <summary>Three alerts a second for an hour.</summary>
internal static class SteadyTarget
{
    private const string Name = "3 a second for an hour";

    public static async Task<IReadOnlyList<TargetFigure>> MeasureAsync()
    {
        var scenario = new Scenario { RoundTrip = 40.Milliseconds() };
        scenario.Every(1.Seconds() / 3, from: 0.Seconds(), until: 1.Hours()).Raise();
        var course = await scenario.RunAsync(1.Hours());
        var delays = new Appearances(course).Delays(LogLevel.Error).Order().ToList();
        return
        [
            new($"{Name}: 99th percentile, s until an alert is there", delays[delays.Count * 99 / 100].TotalSeconds, 6),
            new($"{Name}: requests", course.Timeline.Count(request => request.Method == "POST"), 1300),
            new($"{Name}: answers of 429", course.Timeline.Count(request => request.StatusCode == 429), 0),
        ];
    }
}
