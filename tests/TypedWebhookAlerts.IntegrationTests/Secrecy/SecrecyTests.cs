using System.Globalization;
using TypedWebhookAlerts.IntegrationTests.Secrecy.Living;
using TypedWebhookAlerts.IntegrationTests.Secrecy.Searching;
using TypedWebhookAlerts.IntegrationTests.Secrecy.Sinks;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Secrecy;

/// <summary>A webhook's address is a secret: in a whole life, with all that goes wrong, nothing shows its
/// token.</summary>
/// <remarks>What may show it is in <see cref="ResidualTests"/>.</remarks>
[Collection(Alone.Name)]
public sealed class SecrecyTests
{
    /// <summary>Exceptions of .NET's that the library catches where they are thrown. They repeat what a stranger gave:
    /// a server in place of a status line, a configuration in place of a culture, a path or a pattern.</summary>
    private static readonly string[] s_caughtAtOnce =
        ["invalid status line", "CultureNotFoundException", "Could not find a part of the path", "RegexParseException"];

    private static readonly TimeProvider s_time = TimeProvider.System;

    [Fact]
    public async Task AWholeLifeShowsTheTokenNowhere()
    {
        using var watch = new Watch(new Sentinel(seed: 1));
        await using var places = new Places();
        await LiveAllAsync(watch, places, Step.All);

        AssertNothingIsFound(watch);
        AssertAllWasWatched(watch);
        AssertAllHappened(watch, places);
    }

    /// <summary>One life; with the variable LONG_RUN as many as begin within its seconds.</summary>
    [Fact]
    public async Task InWhateverOrderThingsHappenTheTokenIsShownNowhere()
    {
        _ = double.TryParse(
            Environment.GetEnvironmentVariable("LONG_RUN"), CultureInfo.InvariantCulture, out var seconds);
        var start = s_time.GetTimestamp();
        var seed = 1;
        do
        {
            var steps = Step.All.ToArray();
            new Random(++seed).Shuffle(steps);
            using var watch = new Watch(new Sentinel(seed));
            await using var places = new Places();
            await LiveAllAsync(watch, places, steps);
            AssertNothingIsFound(watch, $"seed {seed}");
            AssertAllHappened(watch, places);
        }
        while (s_time.GetElapsedTime(start).TotalSeconds < seconds);

        TestContext.Current.TestOutputHelper!.WriteLine($"{seed - 1} lives");
    }

    private static async Task LiveAllAsync(Watch watch, Places places, IReadOnlyList<Step> steps)
    {
        watch.Search.Stage = "a start that is refused";
        await Refusals.MeetAsync(watch, places.Answering);
        watch.Search.Stage = "a life without a host";
        await HostlessLife.LiveAsync(watch, places);
        await LiveAsync(watch, places, steps);
        await DieAsync(watch, places);
    }

    private static async Task LiveAsync(Watch watch, Places places, IReadOnlyList<Step> steps)
    {
        watch.Search.Stage = "starting";
        await using var life = new Life(watch, places);
        await life.StartAsync();
        foreach (var step in steps)
        {
            watch.Search.Stage = step.Name;
            await step.Do(life);
            await life.LookAsync();
        }

        watch.Search.Stage = "stopping";
    }

    private static async Task DieAsync(Watch watch, Places places)
    {
        watch.Search.Stage = "a crash";
        await using var life = new Life(watch, places);
        await life.StartAsync();
        life.Crash();
        await life.LookAsync();
    }

    private static void AssertNothingIsFound(Watch watch, string of = "")
    {
        watch.Search.Stage = "the end";
        watch.End();
        var finds = watch.Search.Finds.Where(find => !IsCaughtAtOnce(find)).Distinct().ToList();
        Assert.True(finds.Count == 0, of + string.Join('\n', finds));
    }

    private static bool IsCaughtAtOnce(string find)
        => find.StartsWith(ExceptionSink.Name + ":", StringComparison.Ordinal)
            && s_caughtAtOnce.Any(text => find.Contains(text, StringComparison.Ordinal));

    /// <summary>What was never looked at shows nothing either.</summary>
    private static void AssertAllWasWatched(Watch watch)
    {
        string[] sinks =
        [
            LogSink.Name, DiagnosticSink.Name, ActivitySink.Name, MetricSink.Name, ExceptionSink.Name, StreamSink.Name,
            Watch.Files, Watch.Objects,
        ];
        Assert.All(sinks, sink => Assert.True(watch.Search.Looks.GetValueOrDefault(sink) > 0, sink));
        foreach (var (sink, count) in watch.Search.Looks.OrderBy(look => look.Key, StringComparer.Ordinal))
        {
            TestContext.Current.TestOutputHelper!.WriteLine($"{sink}: {count} texts");
        }
    }

    /// <summary>Each trouble waits for its word in the log; the rest shows at the server.</summary>
    private static void AssertAllHappened(Watch watch, Places places)
    {
        var seen = places.Server.Seen;
        Assert.Contains(seen, request => request.Method == "GET");
        Assert.Contains(seen, request => request.Method == "PATCH");
        Assert.DoesNotContain(seen, request => request.Path.Contains("elsewhere", StringComparison.Ordinal));
        Assert.True(places.Handshakes > 0);
        Assert.True(watch.Log.Count("RouteAnswers") > 0);
        Assert.True(watch.Log.Count("RouteIsNotReached") > 0);
    }
}
