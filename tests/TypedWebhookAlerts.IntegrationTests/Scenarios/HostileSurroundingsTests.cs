using System.Net;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Scenarios;

/// <summary>What the application gives the pipeline may fail in any way; the alerts go on.</summary>
public sealed class HostileSurroundingsTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task ALoggerThatThrowsStopsNeitherPumpNorLane()
    {
        await using var run = new VirtualRun((options, discord) =>
        {
            options.Route("info", discord.AddWebhook("info").Url);
            options.LoggerFactory = new HostileLogger((_, _) => throw new InvalidOperationException("disk full"));
        });
        run.Faults.ThenAnswer(HttpStatusCode.TooManyRequests, "{}", ("Retry-After", "1")).ThenHang();
        run.Pipeline.Joined("ann"); // its route is unknown, which is told
        run.Pipeline.Numbered(1);
        run.Run(TimeSpan.FromMinutes(1));
        run.Pipeline.Numbered(2);

        Assert.True(run.Flush(TimeSpan.FromMinutes(5)));
        Assert.Equal(2, run.Shown);
        Assert.Equal(1, run.Pipeline.Ledger.DroppedBy[DropReason.Unconfirmed]);
    }

    [Fact]
    public async Task AClockThatThrowsIsNoEndOfThePump()
    {
        await using var discord = new DiscordSimulator();
        await using var pipeline = new AlertPipeline();
        var clock = new ThrowingClock();
        var told = new List<string?>();
        var options = new WebhookAlertOptions
        {
            TimeProvider = clock,
            HttpMessageHandler = discord.CreateHandler,
            LoggerFactory = new HostileLogger((_, state) => told.Add(state?.ToString())),
        };
        options.Fallback.Path = null;
        pipeline.Start(options.Route("error", discord.AddWebhook().Url));
        clock.Throws = 3;
        pipeline.Numbered(1);

        Assert.True(await pipeline.FlushAsync(s_patience, TestContext.Current.CancellationToken));
        Assert.Equal(0, clock.Throws);
        discord.ExpectSingle("Number 1");
        Assert.Single(
            told, text => text!.StartsWith("The pump failed (TimeZoneNotFoundException)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AClockThatThrowsInAStandardAlertIsNoExceptionOfItsCallers()
    {
        await using var discord = new DiscordSimulator();
        await using var pipeline = new AlertPipeline();
        var clock = new CallersClock();
        var options = new WebhookAlertOptions { TimeProvider = clock, HttpMessageHandler = discord.CreateHandler };
        options.Fallback.Path = null;
        pipeline.Start(options.Route("error", discord.AddWebhook().Url));
        clock.FailsOn = Thread.CurrentThread;
        StandardAlerts.Error(pipeline, "Database", new TimeoutException("late"));
        clock.FailsOn = null;

        Assert.True(await pipeline.FlushAsync(s_patience, TestContext.Current.CancellationToken));
        Assert.Equal(
            "(the clock threw TimeZoneNotFoundException)",
            Assert.Single(discord.Messages).Embeds[0].Fields.Single(field => field.Name == "Timestamp").Value);
    }

    [Fact]
    public async Task WhileALaneLogsTheLedgerCanBeRead()
    {
        AlertPipeline? pipeline = null;
        var hasRead = false;
        await using var run = new VirtualRun((options, _) => options.LoggerFactory = new HostileLogger((_, _) =>
            hasRead = pipeline is null || Task.Run(() => pipeline.Ledger).Wait(s_patience)));
        pipeline = run.Pipeline;
        run.Faults.ThenAnswer(HttpStatusCode.TooManyRequests, "{}", ("Retry-After", "1"));
        run.Pipeline.Numbered(1);

        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));
        Assert.True(hasRead);
    }

    [Fact]
    public async Task AnAlertThatTheLoggerRaisesWhileThePipelineStartsIsKept()
    {
        AlertPipeline? pipeline = null;
        var raised = 0;
        await using var run = new VirtualRun(
            (options, _) => options.LoggerFactory = new HostileLogger(
                (_, _) => raised += pipeline!.NeverFolded(1) ? 1 : 0),
            beforeStart: starting => pipeline = starting);

        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));
        Assert.InRange(raised, 1, 10);
        Assert.Equal(raised, run.Shown);
    }

    [Fact]
    public async Task AHandlerThatIgnoresItsCancellationHoldsUpNeitherTheLaneNorTheEnd()
    {
        await using var run = new VirtualRun();
        run.Faults.ThenHang(heedsCancellation: false);
        run.Pipeline.Numbered(1);
        run.Run(TimeSpan.FromSeconds(20));
        run.Pipeline.Numbered(2);
        run.Run(TimeSpan.FromSeconds(20));

        Assert.Equal(1, run.Shown);
        Assert.Equal(1, run.Pipeline.Ledger.DroppedBy[DropReason.Unconfirmed]);
    }

    [Fact]
    public async Task AHandlerThatThrowsBeforeItsTaskExistsIsAFailureThatPasses()
    {
        var isBroken = true;
        await using var run = new VirtualRun((options, discord) =>
        {
            var inner = discord.CreateHandler();
            options.HttpMessageHandler = () => new Handler(
                inner, () => isBroken ? throw new NotSupportedException() : false);
        });
        run.Pipeline.Numbered(1);
        run.Run(TimeSpan.FromSeconds(3));
        isBroken = false;

        Assert.True(run.RunUntil(() => run.Shown == 1, TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task ALaneDoesNotLiveInTheFlowOfWhoeverStartedIt()
    {
        var flow = new AsyncLocal<string> { Value = "the starter's" };
        var seen = "nothing";
        await using var run = new VirtualRun((options, discord) =>
        {
            var inner = discord.CreateHandler();
            options.HttpMessageHandler = () => new Handler(inner, () => (seen = flow.Value) is null);
        });
        run.Pipeline.Numbered(1);

        Assert.True(run.RunUntil(() => run.Shown == 1, TimeSpan.FromMinutes(1)));
        Assert.Null(seen);
    }

    [Fact]
    public async Task WhatIsLoggedHoldsNoObjectThatKnowsTheAddress()
    {
        var values = new List<object?>();
        await using var run = new VirtualRun((options, _) => options.LoggerFactory = new HostileLogger((_, state) =>
        {
            lock (values)
            {
                values.AddRange(((IEnumerable<KeyValuePair<string, object?>>)state!).Select(pair => pair.Value));
            }
        }));
        run.Faults.ThenAnswer(HttpStatusCode.TooManyRequests, "{}", ("Retry-After", "1"));
        run.Pipeline.Numbered(1);
        run.Flush(TimeSpan.FromMinutes(1));
        run.Discord.RemoveWebhook(run.Error);
        run.Pipeline.Numbered(2);
        run.Flush(TimeSpan.FromMinutes(1));

        // A sink that takes objects apart would read more of them than they print.
        Assert.All(
            values, value => Assert.True(value is null or string or ValueType, $"{value?.GetType()} was logged"));
        Assert.DoesNotContain(
            values, value => value is string text && text.Contains(run.Error.Token, StringComparison.Ordinal));
        Assert.Contains(values, value => value is string text && text == $"discord:{run.Error.Id}/***");
    }

    private sealed class Handler(HttpMessageHandler inner, Func<bool> fail) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            fail();
            return base.SendAsync(request, cancellationToken);
        }
    }

    /// <summary>The system's clock, which fails one thread.</summary>
    private sealed class CallersClock : TimeProvider
    {
        public Thread? FailsOn { get; set; }

        public override DateTimeOffset GetUtcNow()
            => FailsOn == Thread.CurrentThread ? throw new TimeZoneNotFoundException() : base.GetUtcNow();
    }

    /// <summary>The system's clock, which fails the pump some times.</summary>
    private sealed class ThrowingClock : TimeProvider
    {
        public int Throws { get; set; }

        public override DateTimeOffset GetUtcNow()
        {
            if (Throws > 0 && Thread.CurrentThread.Name == "WebhookAlerts pump")
            {
                Throws--;
                throw new TimeZoneNotFoundException();
            }

            return base.GetUtcNow();
        }
    }
}
