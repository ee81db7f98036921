using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;
using TypedWebhookAlerts.IntegrationTests.Scenarios;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Lifecycle;

[Collection(OnAmbient.Name)]
public sealed class AmbientPipelineTests : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly DiscordSimulator _discord = new();
    private readonly FakeLogCollector _log = new();

    public ValueTask DisposeAsync() => _discord.DisposeAsync();

    [Fact]
    public async Task WhatWasRaisedBeforeTheStartIsSentAfterIt()
    {
        Assert.True(AmbientAlerts.WorkerStopped("early"));
        Assert.Equal(1, WebhookAlerts.Pipeline.Ledger.Pending);

        await using var alerts = Start();
        Assert.True(AmbientAlerts.WorkerStopped("late"));
        Assert.True(await alerts.FlushAsync(s_patience, TestContext.Current.CancellationToken));

        Assert.Same(alerts, WebhookAlerts.Pipeline);
        Assert.Equal(["Worker early stopped", "Worker late stopped"], Descriptions());
        Assert.Equal(2, alerts.Ledger.Delivered);
    }

    [Fact]
    public async Task WhatTheDormantRingHeldIsSentWhenTheRingHasAnotherSize()
    {
        await using var run = new VirtualRun(
            (options, _) => options.RingBytes = 128 * 1024,
            beforeStart: pipeline =>
            {
                for (var i = 0; i < 5000; i++)
                {
                    Assert.True(pipeline.Numbered(i));
                }
            });

        Assert.True(run.Pipeline.Numbered(5000));
        Assert.True(run.Flush(TimeSpan.FromHours(1)));

        Assert.Equal(5001, run.Shown);
        Assert.Equal(5001, run.Pipeline.Ledger.Delivered);
    }

    [Fact]
    public async Task AnAlertShowsWhenItWasRaisedNotWhenThePipelineStarted()
    {
        var clock = TimeProvider.System;
        var before = clock.GetUtcNow();
        AmbientAlerts.WorkerStopped("early");
        var after = clock.GetUtcNow();
        SpinWait.SpinUntil(() => clock.GetUtcNow() - after > TimeSpan.FromMilliseconds(300));

        await using var alerts = Start();
        await alerts.FlushAsync(s_patience, TestContext.Current.CancellationToken);

        // The dormant stamp is a tick count of some milliseconds' resolution.
        var resolution = TimeSpan.FromMilliseconds(50);
        var shown = Assert.Single(_discord.Messages).Embeds[0].Timestamp!.Value;
        Assert.InRange(shown, before - resolution, after + resolution);
    }

    [Fact]
    public async Task DisposingPutsAFreshDormantPipelineBack()
    {
        AlertPipeline former;
        await using (former = Start())
        {
            AmbientAlerts.WorkerStopped("one");
        }

        Assert.NotSame(former, WebhookAlerts.Pipeline);
        Assert.True(AmbientAlerts.WorkerStopped("between"));
        Assert.False(former.WorkerStopped("late"));
        Assert.Equal(1, former.Ledger.RefusedBy[RefusalReason.Closed]);

        await using var next = Start();
        Assert.True(await next.FlushAsync(s_patience, TestContext.Current.CancellationToken));
        Assert.Equal(["Worker one stopped", "Worker between stopped"], Descriptions());
    }

    [Fact]
    public async Task ASecondPipelineWorksByInstanceAndSaysSoOnce()
    {
        await using var first = Start();
        await using var second = Start(options => options.LoggerFactory = Factory());

        Assert.Same(first, WebhookAlerts.Pipeline);
        Assert.True(second.WorkerStopped("given"));
        Assert.True(await second.FlushAsync(s_patience, TestContext.Current.CancellationToken));
        Assert.Equal(0, first.Ledger.Raised);
        Assert.Single(_log.GetSnapshot(), entry => entry.Message.Contains("second pipeline", StringComparison.Ordinal));
    }

    [Fact]
    public async Task DisposingFlushesWhatIsThere()
    {
        await using (Start())
        {
            AmbientAlerts.WorkerStopped("last");
        }

        Assert.Equal(["Worker last stopped"], Descriptions());
    }

    [Fact]
    public async Task AClockWhoseTimersThrowFailsTheStartAndLeavesNoPipelineBehind()
    {
        var failure = Assert.Throws<NotSupportedException>(() => WebhookAlerts.Start(options =>
        {
            options.TimeProvider = new ClockWithoutHeartbeat();
            options.SystemStatus.Heartbeat = ClockWithoutHeartbeat.Interval;
        }));

        Assert.Equal("no heartbeat", failure.Message);
        await using var alerts = Start();
        Assert.Same(alerts, WebhookAlerts.Pipeline);
    }

    [Fact]
    public void AMalformedAddressFailsTheStartByItsOptionAndLeavesTheSlotFree()
    {
        var dormant = WebhookAlerts.Pipeline;

        var failure = Assert.Throws<OptionsValidationException>(() =>
            WebhookAlerts.Start(options => options.Route("error", "https://example.com/api/webhooks/1/the-token")));

        Assert.Contains("Routes:error:Url", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("the-token", failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("example.com", failure.ToString(), StringComparison.Ordinal);
        Assert.Same(dormant, WebhookAlerts.Pipeline);
    }

    [Fact]
    public async Task AStartThatFailsLeavesTheSlotFreeAndKeepsWhatWasRaised()
    {
        Assert.True(AmbientAlerts.WorkerStopped("early"));
        Assert.Throws<NotSupportedException>(() => WebhookAlerts.Start(options =>
        {
            options.HttpMessageHandler = () => throw new NotSupportedException();
            options.RingBytes = 128 * 1024;
        }));

        await using var alerts = Start();
        Assert.True(await alerts.FlushAsync(s_patience, TestContext.Current.CancellationToken));

        Assert.Same(alerts, WebhookAlerts.Pipeline);
        Assert.Equal(["Worker early stopped"], Descriptions());
    }

    [Fact]
    public async Task VariablesAreReadAndCodeWins()
    {
        var fromVariable = _discord.AddWebhook("variable");
        Environment.SetEnvironmentVariable("WEBHOOK_ERROR_URL", fromVariable.Url);
        Environment.SetEnvironmentVariable("WEBHOOK_INFO_URL", fromVariable.Url);
        try
        {
            var fromCode = _discord.AddWebhook("code");
            await using var alerts = WebhookAlerts.Start(options =>
            {
                options.HttpMessageHandler = _discord.CreateHandler;
                options.LoggerFactory = Factory();
                options.Route("error", fromCode.Url);
            });
            AmbientAlerts.WorkerStopped("one");
            alerts.Joined("somebody");
            await alerts.FlushAsync(s_patience, TestContext.Current.CancellationToken);

            Assert.Single(fromCode.Messages);
            Assert.Single(fromVariable.Messages);
        }
        finally
        {
            Environment.SetEnvironmentVariable("WEBHOOK_ERROR_URL", null);
            Environment.SetEnvironmentVariable("WEBHOOK_INFO_URL", null);
        }
    }

    [Fact]
    public async Task WithoutALoggerWhatMustBeKnownGoesToStandardErrorOnce()
    {
        var former = Console.Error;
        using var standardError = new StringWriter();
        Console.SetError(standardError);
        try
        {
            await using var alerts = WebhookAlerts.Start(options =>
            {
                options.HttpMessageHandler = _discord.CreateHandler;
                options.Route("error", _discord.AddWebhook().Url);
            });
            alerts.LowOn("disk");
            await alerts.FlushAsync(s_patience, TestContext.Current.CancellationToken);
        }
        finally
        {
            Console.SetError(former);
        }

        Assert.Equal(
            "TypedWebhookAlerts: Routes without an address are off: info.",
            Assert.Single(standardError.ToString().TrimEnd().Split(Environment.NewLine)));
    }

    [Fact]
    public void WhenNothingStartsWithinTenSecondsOneLineSaysSo()
    {
        var time = new VirtualTime();
        using var standardError = new StringWriter();
        var dormant = new AlertPipeline(time, standardError);
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("", standardError.ToString());

        dormant.WorkerStopped("w1");
        time.Advance(TimeSpan.FromSeconds(9.9));
        Assert.Equal("", standardError.ToString());
        time.Advance(TimeSpan.FromMinutes(9));

        Assert.Single(standardError.ToString().TrimEnd().Split('\n'));
        Assert.Contains("AddWebhookAlerts", standardError.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AStandardErrorThatThrowsEndsNothing()
    {
        var time = new VirtualTime();
        var dormant = new AlertPipeline(time, TextWriter.Synchronized(new ClosedWriter()));
        dormant.WorkerStopped("w1");

        time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(1, dormant.Ledger.Pending);
    }

    private AlertPipeline Start(Action<WebhookAlertOptions>? configure = null)
        => WebhookAlerts.Start(options =>
        {
            options.HttpMessageHandler = _discord.CreateHandler;
            options.Route("error", _discord.AddWebhook().Url);
            configure?.Invoke(options);
        });

    private ILoggerFactory Factory()
        => LoggerFactory.Create(builder => builder.AddProvider(new FakeLoggerProvider(_log)));

    private IEnumerable<string?> Descriptions()
        => _discord.Messages.SelectMany(message => message.Embeds).Select(embed => embed.Description);

    private sealed class ClosedWriter : TextWriter
    {
        public override System.Text.Encoding Encoding => System.Text.Encoding.UTF8;

        public override void Write(char value) => throw new ObjectDisposedException(nameof(ClosedWriter));
    }

    /// <summary>As the system's, but for one interval.</summary>
    private sealed class ClockWithoutHeartbeat : TimeProvider
    {
        public static TimeSpan Interval { get; } = TimeSpan.FromHours(7);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
            => new Timer(System.CreateTimer(callback, state, dueTime, period));

        private sealed class Timer(ITimer timer) : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period)
                => period == Interval ? throw new NotSupportedException("no heartbeat") : timer.Change(dueTime, period);

            public void Dispose() => timer.Dispose();

            public ValueTask DisposeAsync() => timer.DisposeAsync();
        }
    }
}
