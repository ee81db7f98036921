using System.Diagnostics;
using TypedWebhookAlerts.Monitoring;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.Tests.Monitoring;

/// <summary>What a heartbeat has of whoever started the pipeline, and what it costs if it cannot be told.</summary>
[Collection(nameof(ProcessExceptionsTests))]
public sealed class HeartbeatTests : IDisposable
{
    private readonly AlertRecorder _recorder = AlertRecorder.Start();
    private readonly HeldTime _time = new();

    [Fact]
    public async Task ItBelongsToNobodysActivity()
    {
        using var activity = new Activity("start").Start();

        await using var status = new SystemStatus(_recorder.Pipeline, _time);

        Assert.Null(_time.Flow);
        Assert.False(ExecutionContext.IsFlowSuppressed());
    }

    [Fact]
    public async Task OneThatCannotBeToldEndsNoProcess()
    {
        await using var status = new SystemStatus(_recorder.Pipeline, _time);
        status.Configure(Hourly());

        _time.IsBroken = true;
        _time.Tick!();
        Assert.Empty(_recorder.All);
        _time.IsBroken = false;
        _time.Tick();

        Assert.Equal("TypedWebhookAlerts.Monitoring.StatusAlerts.Heartbeat", Assert.Single(_recorder.All).Name);
    }

    [Fact]
    public async Task AReloadThatLeavesItAsItIsDoesNotPutTheNextOneOff()
    {
        await using var status = new SystemStatus(_recorder.Pipeline, _time);

        status.Configure(Hourly());
        status.Configure(Hourly());

        Assert.Equal(1, _time.Changes);
    }

    [Fact]
    public async Task ItEndsWithThePipeline()
    {
        var status = new SystemStatus(_recorder.Pipeline, _time);
        Assert.False(_time.HasEnded);

        await status.DisposeAsync();

        Assert.True(_time.HasEnded);
    }

    public void Dispose() => _recorder.Dispose();

    private static WebhookAlertOptions Hourly()
        => new WebhookAlertOptions { SystemStatus = { Heartbeat = TimeSpan.FromHours(1) } }
            .Route("info", "https://discord.com/api/webhooks/123456789012345678/token");

    /// <summary>A clock whose only timer the test lets off, and that may fail.</summary>
    private sealed class HeldTime : TimeProvider, ITimer
    {
        public Action? Tick { get; private set; }

        public ExecutionContext? Flow { get; private set; }

        public bool IsBroken { get; set; }

        public int Changes { get; private set; }

        public bool HasEnded { get; private set; }

        public override long GetTimestamp()
            => IsBroken ? throw new InvalidOperationException("broken") : System.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Flow = ExecutionContext.Capture();
            Tick = () => callback(state);
            return this;
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => ++Changes > 0;

        public void Dispose() => HasEnded = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
