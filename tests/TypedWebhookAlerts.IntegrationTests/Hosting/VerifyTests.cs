using System.Net;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.IntegrationTests.Scenarios;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Hosting;

/// <summary>Each webhook is asked for its name and channel: on demand, and at a host's start.</summary>
public sealed class VerifyTests
{
    private static readonly TimeSpan s_minute = TimeSpan.FromMinutes(1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EachRouteTellsWhereItLeadsAndOneThatIsOffThatItIs()
    {
        await using var run = new HostRun(
            options: static options => options.Routes["member-events"] = new RouteOptions());
        await run.StartAsync(Cancellation);

        var checks = Verify(run);

        var error = run.Discord.Find("error")!;
        Assert.Equal(
            [
                $"error → webhook 'error' in channel {error.ChannelId}",
                $"info → webhook 'info' in channel {run.Discord.Find("info")!.ChannelId}",
                "member-events → no address",
            ],
            checks.Select(check => check.ToString()).Order(StringComparer.Ordinal));
        var check = checks.Single(check => check.Route == "error");
        Assert.Equal(
            (RouteState.Ready, true, "error", error.ChannelId, null),
            (check.State, check.IsReachable, check.WebhookName, check.ChannelId, check.Reason));
        Assert.Equal(RouteState.Off, checks.Single(check => check.Route == "member-events").State);
    }

    [Fact]
    public async Task RoutesToOneWebhookAskItOnceAlsoInOtherThreads()
    {
        await using var run = new HostRun(options: options =>
        {
            options.Routes["again"] = new RouteOptions { Url = options.Routes["error"]!.Url };
            options.Routes["thread"] = new RouteOptions { Url = options.Routes["error"]!.Url, ThreadId = 5 };
        });
        await run.StartAsync(Cancellation);
        var asked = Reads(run);

        var checks = Verify(run);

        Assert.Equal(4, checks.Count(check => check.IsReachable));
        Assert.Equal(asked + 2, Reads(run));
    }

    public static TheoryData<string, string, RouteState> Answers => new()
    {
        { "gone", "status 404", RouteState.Dead },
        { "revoked", "status 401", RouteState.Dead },
        { "forbidden", "status 403", RouteState.Dead },
        { "out", "status 503", RouteState.Ready },
        { "broken", "the request failed for a reason that .NET does not name", RouteState.Ready },
        { "silent", "Timeout", RouteState.Ready },
        { "relayed", "status 404", RouteState.Ready },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task WhateverGoesWrongIsAnAnswer(string what, string reason, RouteState state)
    {
        await using var run = new HostRun(routes: ["error"]);
        await run.StartAsync(Cancellation);
        run.Discord.Faults.OnReads().AnswerWith(what switch
        {
            "gone" => Fault.WebhookDeleted,
            "revoked" => Fault.TokenRevoked,
            "forbidden" => Fault.MissingPermissions,
            "out" => Fault.Unavailable,
            "broken" => Fault.Reset,
            "silent" => Fault.Hang,
            _ => Fault.Status(HttpStatusCode.NotFound, "<html>no such page</html>"),
        });

        var check = Assert.Single(Verify(run), check => check.Route == "error");

        Assert.Equal((false, reason, state), (check.IsReachable, check.Reason, check.State));
        Assert.Equal($"error → {reason}", check.ToString());
        Assert.Equal(state, run.Pipeline.Health.Routes["error"].State);
    }

    [Fact]
    public async Task BehindARelayThatKnowsNoQuestionsAlertsArrive()
    {
        await using var run = new HostRun(routes: ["error"]);
        run.Discord.Faults.OnReads().AnswerWith(Fault.Status(HttpStatusCode.NotFound));
        await run.StartAsync(Cancellation);
        run.Pipeline.Numbered(1);
        run.Run(TimeSpan.FromMinutes(30));

        Assert.Equal(1, run.Pipeline.Ledger.Delivered);
        Assert.Equal(PipelineStatus.Healthy, run.Pipeline.Health.Status);
        Assert.Equal(1, Reads(run));
    }

    [Fact]
    public async Task AWebhookThatIsFoundDeadTakesNoPostsAndOneThatIsFoundAliveDoes()
    {
        await using var run = new HostRun(routes: ["error"]);
        await run.StartAsync(Cancellation);
        run.Discord.Faults.OnReads().AnswerWith(Fault.WebhookDeleted);
        Verify(run);
        run.Pipeline.Numbered(1);
        run.Run(s_minute);
        Assert.Empty(run.Embeds);
        Assert.Equal(1, run.Pipeline.Ledger.DroppedBy[DropReason.NoRoute]);

        run.Discord.Faults.Clear();
        Assert.True(Verify(run).Single(check => check.Route == "error").IsReachable);
        run.Pipeline.NeverFolded(2);
        Assert.True(run.Flush());

        Assert.Equal(1, run.Pipeline.Ledger.Delivered);
    }

    [Fact]
    public async Task WhileTheAddressIsBannedNothingIsAskedAndThatIsTheAnswer()
    {
        await using var run = new HostRun(routes: ["error"]);
        await run.StartAsync(Cancellation);
        run.Discord.Faults.Next().OnPosts().AnswerWith(Fault.Banned);
        run.Pipeline.Numbered(1);
        run.Run(TimeSpan.FromSeconds(1));
        var asked = Reads(run);

        var check = Assert.Single(Verify(run), check => check.Route == "error");

        Assert.Equal((false, "Banned", RouteState.Banned), (check.IsReachable, check.Reason, check.State));
        Assert.Equal(asked, Reads(run));
    }

    [Fact]
    public async Task BeforeTheStartThereIsNothingToAskAndAfterTheEndNobody()
    {
        await using var run = new HostRun(routes: ["error"]);
        Assert.Empty(await run.Pipeline.VerifyAsync(Cancellation));
        await run.StartAsync(Cancellation);
        await new VirtualDriver(run.Time, run.Discord, run.Pipeline, static () => 0)
            .PushUntilEndedAsync(run.Pipeline.DisposeAsync().AsTask(), TimeSpan.FromSeconds(20));

        var checks = await run.Pipeline.VerifyAsync(Cancellation);

        Assert.Equal(
            "error → the pipeline was disposed", Assert.Single(checks, check => check.Route == "error").ToString());
    }

    [Fact]
    public async Task AnEndGivesThoseAnAnswerWhoWait()
    {
        await using var run = new HostRun(routes: ["error"]);
        await run.StartAsync(Cancellation);
        run.Discord.Faults.OnReads().AnswerWith(Fault.Hang);
        var waiting = run.Pipeline.VerifyAsync(Cancellation);
        await new VirtualDriver(run.Time, run.Discord, run.Pipeline, static () => 0)
            .PushUntilEndedAsync(run.Pipeline.DisposeAsync().AsTask(), TimeSpan.FromSeconds(8));

        Assert.All(await waiting, check => Assert.False(check.IsReachable));
    }

    [Fact]
    public async Task ARouteThatAReloadMovesMeanwhileIsToldAsItIsThen()
    {
        await using var run = new HostRun(routes: ["error"]);
        await run.StartAsync(Cancellation);
        run.Run(s_minute);
        var moved = run.Discord.AddWebhook("moved");
        run.Discord.Faults.Next().For(run.Discord.Find("error")!).OnReads().AnswerWith(Fault.Hang);
        var waiting = run.Pipeline.VerifyAsync(Cancellation);

        run.Reload(("WebhookAlerts:Routes:error:Url", moved.Url), ("WebhookAlerts:Routes:ops:Url", moved.Url));
        run.RunUntil(() => waiting.IsCompleted, s_minute);

        Assert.Equal(
            [("error", true, "moved"), ("ops", true, "moved")],
            (await waiting).Where(check => check.State != RouteState.Off)
                .OrderBy(check => check.Route, StringComparer.Ordinal)
                .Select(check => (check.Route, check.IsReachable, check.WebhookName)));
    }

    [Fact]
    public async Task WhoCancelsEndsTheWaitAndNothingElse()
    {
        await using var run = new HostRun(routes: ["error"]);
        await run.StartAsync(Cancellation);
        run.Discord.Faults.Next().OnReads().AnswerWith(Fault.Hang);
        using var cancellation = new CancellationTokenSource();
        var waiting = run.Pipeline.VerifyAsync(cancellation.Token);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        run.Run(s_minute);
        run.Pipeline.Numbered(1);
        Assert.True(run.Flush());
        Assert.Equal(1, run.Pipeline.Ledger.Delivered);
    }

    [Fact]
    public async Task AStartTellsInTheLogWhereEachRouteLeadsByTheLanesOwnQuestions()
    {
        await using var run = new HostRun(settings: [("WebhookAlerts:VerifyOnStart", "true")]);
        run.Discord.Faults.Next().For(run.Discord.Find("info")!).OnReads().AnswerWith(Fault.WebhookDeleted);
        await run.StartAsync(Cancellation);
        await run.Pipeline.RoutesAreLogged;

        Assert.Contains(
            (LogLevel.Information, $"error → webhook 'error' in channel {run.Discord.Find("error")!.ChannelId}."),
            Lines(run));
        Assert.Contains(
            (LogLevel.Warning, "info → status 404: its webhook is gone, or forbids posting. Check its address."),
            Lines(run));
        Assert.Equal(2, Reads(run));
    }

    [Fact]
    public async Task AStartDoesNotWaitForAWebhookThatDoesNotAnswerAndTellsOfIt()
    {
        await using var run = new HostRun(settings: [("WebhookAlerts:VerifyOnStart", "true")], routes: ["error"]);
        run.Discord.Faults.OnReads().AnswerWith(Fault.Hang);
        await run.StartAsync(Cancellation);
        Assert.DoesNotContain(Lines(run), line => line.Text.StartsWith("error →", StringComparison.Ordinal));
        run.Run(TimeSpan.FromSeconds(10));
        await run.Pipeline.RoutesAreLogged;

        Assert.Contains(
            (
                LogLevel.Warning,
                "error → Timeout: its webhook did not answer that it is there. Its alerts are tried all the same."),
            Lines(run));
    }

    private static IReadOnlyList<RouteCheck> Verify(HostRun run)
    {
        var checks = run.Pipeline.VerifyAsync(Cancellation);
        run.RunUntil(() => checks.IsCompleted, s_minute);
        return checks.GetAwaiter().GetResult();
    }

    private static int Reads(HostRun run) => run.Discord.Requests.Count(request => request.Method == "GET");

    private static IEnumerable<(LogLevel Level, string Text)> Lines(HostRun run)
        => run.Log.GetSnapshot().Select(entry => (entry.Level, entry.Message));
}
