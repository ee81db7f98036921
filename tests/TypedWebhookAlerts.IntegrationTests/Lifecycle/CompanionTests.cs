using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using TypedWebhookAlerts.Dispatch;
using TypedWebhookAlerts.IntegrationTests.Reloading;
using TypedWebhookAlerts.IntegrationTests.Scenarios;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Lifecycle;

/// <summary>What lives beside a pipeline: it has the options, the last word, and no power over the end.</summary>
public sealed class CompanionTests
{
    [Fact]
    public async Task ACompanionTakesTheOptionsWhenItIsAttached()
    {
        await using var run = new VirtualRun((options, _) => options.MinimumLevel = LogLevel.Warning);
        var companion = new Companion();

        run.Pipeline.Attach(companion);

        Assert.Equal(LogLevel.Warning, Assert.Single(companion.Options).MinimumLevel);
    }

    [Fact]
    public async Task OneThatIsAttachedBeforeTheStartTakesThemThen()
    {
        await using var pipeline = new AlertPipeline();
        var companion = new Companion();
        pipeline.Attach(companion);
        Assert.Empty(companion.Options);

        var options = new WebhookAlertOptions();
        pipeline.Start(options);

        Assert.Same(options, Assert.Single(companion.Options));
    }

    [Fact]
    public async Task OneThatFailsOfAReloadIsToldAndKeepsItFromNoOther()
    {
        var log = new FakeLogCollector();
        await using var run = new VirtualRun((options, _) => options.LogInto(log));
        var (failing, other) = (new Companion(), new Companion());
        run.Pipeline.Attach(failing);
        run.Pipeline.Attach(other);
        failing.Fails = true;

        run.Reload(options => options.MinimumLevel = LogLevel.Critical);

        Assert.Equal(LogLevel.Critical, other.Options[^1].MinimumLevel);
        Assert.False(run.Pipeline.Numbered(1));
        var told = Assert.Single(log.GetSnapshot(), record => record.Id.Name == "CompanionFailed");
        Assert.StartsWith(
            "Companion could not take the options (NotSupportedException)", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OneThatFailsOfTheOptionsWhenItIsAttachedFailsTheStart()
    {
        await using var run = new VirtualRun();

        Assert.Throws<NotSupportedException>(() => run.Pipeline.Attach(new Companion { Fails = true }));
    }

    [Fact]
    public async Task ACompanionsLastWordIsDelivered()
    {
        var run = new VirtualRun();
        var companion = new Companion { LastWord = () => run.Pipeline.WorkerStopped("last") };
        run.Pipeline.Attach(companion);

        await run.DisposeAsync();

        Assert.Equal(1, companion.Ends);
        Assert.Equal((1, 0), (run.Pipeline.Ledger.Delivered, run.Pipeline.Ledger.Refused));
    }

    [Fact]
    public async Task NeitherOneThatFailsNorOneThatHangsKeepsAPipelineFromItsEnd()
    {
        var run = new VirtualRun();
        run.Pipeline.Attach(new Companion { LastWord = () => throw new NotSupportedException() });
        run.Pipeline.Attach(
            new Companion { End = Task.Delay(Timeout.Infinite, TestContext.Current.CancellationToken) });

        await run.DisposeAsync();
        run.Pipeline.WorkerStopped("late");

        Assert.Equal(1, run.Pipeline.Ledger.Refused);
    }

    [Fact]
    public async Task OneThatComesAfterTheEndIsEndedAndNotConfigured()
    {
        var run = new VirtualRun();
        await run.DisposeAsync();
        var companion = new Companion();

        run.Pipeline.Attach(companion);

        await companion.Ended.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Empty(companion.Options);
    }

    private sealed class Companion : IPipelineCompanion
    {
        private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public List<WebhookAlertOptions> Options { get; } = [];

        public Action LastWord { get; init; } = () => { };

        public Task End { get; init; } = Task.CompletedTask;

        public bool Fails { get; set; }

        public int Ends { get; private set; }

        public Task Ended => _ended.Task;

        public void Configure(WebhookAlertOptions options)
        {
            if (Fails)
            {
                throw new NotSupportedException("the-secret");
            }

            Options.Add(options);
        }

        public async ValueTask DisposeAsync()
        {
            Ends++;
            LastWord();
            await End;
            _ended.TrySetResult();
        }
    }
}
