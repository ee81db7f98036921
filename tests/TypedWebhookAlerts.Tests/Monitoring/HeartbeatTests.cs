using System.Diagnostics;
using TypedWebhookAlerts.Monitoring;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.Tests.Monitoring;

/// <summary>What a heartbeat has of whoever started the pipeline, and what it costs if it cannot be told.</summary>
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
        var options = new WebhookAlertOptions { SystemStatus = { Heartbeat = TimeSpan.FromHours(1) } };
        options.Route("info", "https://discord.com/api/webhooks/123456789012345678/token");
        status.Configure(options);

        _time.IsBroken = true;
        _time.Tick!();
        Assert.Empty(_recorder.All);
        _time.IsBroken = false;
        _time.Tick();

        Assert.Equal("TypedWebhookAlerts.Monitoring.StatusAlerts.Heartbeat", Assert.Single(_recorder.All).Name);
    }

    public void Dispose() => _recorder.Dispose();

    /// <summary>A clock whose timers the test lets off, and that may fail.</summary>
    private sealed class HeldTime : TimeProvider
    {
        public Action? Tick { get; private set; }

        public ExecutionContext? Flow { get; private set; }

        public bool IsBroken { get; set; }

        public override long GetTimestamp()
            => IsBroken ? throw new InvalidOperationException("broken") : System.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Flow = ExecutionContext.Capture();
            Tick = () => callback(state);
            return System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
