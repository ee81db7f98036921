using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TypedWebhookAlerts.IntegrationTests.Acceptance.Evidence;
using TypedWebhookAlerts.IntegrationTests.Acceptance.Judging;
using TypedWebhookAlerts.IntegrationTests.Acceptance.Language;
using TypedWebhookAlerts.Testing;

namespace TypedWebhookAlerts.IntegrationTests.Acceptance.Targets;

/// <summary>The burst and its Critical once more, with everything real but Discord: sockets, HTTP, the system's clock.
/// It takes the minute that the windows take.</summary>
internal static class LoopbackTarget
{
    private const string Name = "300 at once over HTTP on loopback";

    /// <summary>What a round trip on loopback takes at most, and a timer of the system's besides.</summary>
    private static readonly TimeSpan s_roundTrip = TimeSpan.FromMilliseconds(40);

    public static async Task<IReadOnlyList<TargetFigure>> MeasureAsync()
    {
        // Side by side, each with a Discord of its own: the minute is waited for once.
        var courses = await Task.WhenAll(PlayAsync(hasCritical: false), PlayAsync(hasCritical: true));
        return [.. BurstTarget.Of(Name, courses[0], s_roundTrip), BurstTarget.OfCritical(Name, courses[1])];
    }

    private static async Task<CourseOfEvents> PlayAsync(bool hasCritical)
    {
        await using var discord = new DiscordSimulator();
        await discord.ListenAsync();
        var webhook = discord.AddWebhook("error");
        var options = new WebhookAlertOptions { LoggerFactory = NullLoggerFactory.Instance }
            .Route("error", webhook.Url);
        options.TrustedHosts.Add(discord.Host);
        options.Fallback.Path = null;
        var pipeline = new AlertPipeline();
        pipeline.Start(options);
        var start = TimeProvider.System.GetUtcNow();
        List<LiveRaise> raised =
            [.. Enumerable.Range(0, BurstTarget.Burst).Select(number => Raise(pipeline, number, LogLevel.Error))];
        if (hasCritical)
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
            raised.Add(Raise(pipeline, BurstTarget.Burst, LogLevel.Critical));
        }

        await pipeline.FlushAsync(TimeSpan.FromMinutes(3));
        await pipeline.DisposeAsync();
        var course = Freeze(discord, webhook, pipeline.Ledger, raised, start);
        var findings = Judge.FindBreaches(course);
        return findings.Count > 0 ? throw new ScenarioFailedException(findings, course) : course;
    }

    private static LiveRaise Raise(AlertPipeline pipeline, int number, LogLevel level) => new()
    {
        Text = string.Create(CultureInfo.InvariantCulture, $"Alert {number}"),
        Level = level,
        Sequence = number,
        At = TimeProvider.System.GetUtcNow(),
        Routes = ["error"],
        Tracker = level == LogLevel.Critical ? pipeline.Critical(number) : pipeline.Error(number),
    };

    private static CourseOfEvents Freeze(
        DiscordSimulator discord,
        SimulatedWebhook webhook,
        AlertLedger ledger,
        List<LiveRaise> raised,
        DateTimeOffset start)
        => new()
        {
            Start = start,
            Raised = raised.ConvertAll(raise => raise.Freeze()),
            Timeline = discord.Requests,
            Webhooks = new Dictionary<string, ulong> { ["error"] = webhook.Id },
            Ledger = RouteFigures.Of(ledger),
            Refused = ledger.Refused,
            Routes = new Dictionary<string, RouteFigures> { ["error"] = RouteFigures.Of(ledger.Routes["error"]) },
            File = [],
            MostInFlight = 1,
        };
}
