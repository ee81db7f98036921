using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.IntegrationTests.Acceptance.Evidence;
using TypedWebhookAlerts.IntegrationTests.Acceptance.Language;

namespace TypedWebhookAlerts.IntegrationTests.Acceptance.Targets;

/// <summary>A thousand alerts at once into a channel whose window is another than the one that is thought of
/// first.</summary>
internal static class HiddenWindowTarget
{
    public const int Burst = 1000;

    /// <summary>So many of a window's places are kept for Critical.</summary>
    private const int Reserve = 2;

    /// <summary>The windows that are tried, each with a round trip in milliseconds.</summary>
    public static IReadOnlyList<(int Limit, int Seconds, int RoundTrip)> Windows { get; } =
    [
        (30, 60, 0),
        (30, 60, 300),
        (20, 60, 0),
        (20, 60, 300),
        (12, 60, 40),
        (30, 90, 40),
        (10, 30, 40),
    ];

    public static async Task<IReadOnlyList<TargetFigure>> MeasureAsync(int limit, TimeSpan period, TimeSpan roundTrip)
    {
        var scenario = new Scenario
        {
            RoundTrip = roundTrip,
            AllowedRefusals = int.MaxValue,
            Limits = limits =>
            {
                limits.ChannelLimit = limit;
                limits.ChannelWindow = period;
            },
        };
        scenario.At(0.Seconds()).Raise(Burst);
        var course = await scenario.RunAsync(30.Minutes());
        var least = LeastTime.Of(Burst / 10, limit - Reserve, period);
        var name = $"hidden window of {limit} in {period.TotalSeconds} s, round trip {roundTrip.TotalMilliseconds} ms";
        return
        [
            new($"{name}: answers of 429", course.Timeline.Count(request => request.StatusCode == 429), 1),
            new(
                $"{name}: {Burst} alerts, in times of the least ({least.TotalSeconds:0} s)",
                new Appearances(course).Delays(LogLevel.Error).Max() / least,
                roundTrip == TimeSpan.Zero ? 1.05 : 1.35),
        ];
    }
}
