using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.IntegrationTests.Scenarios;

namespace TypedWebhookAlerts.IntegrationTests.Hosting;

/// <summary>A logging provider that does something to whoever logs.</summary>
internal sealed class ScriptedProvider(Action<LogLevel> onLog) : TestLogger
{
    public Action<string> OnCreate { get; init; } = static _ => { };

    public Action OnDispose { get; set; } = static () => { };

    public bool IsDisposed { get; private set; }

    public override ILogger CreateLogger(string categoryName)
    {
        OnCreate(categoryName);
        return this;
    }

    public override void Dispose()
    {
        IsDisposed = true;
        base.Dispose();
        OnDispose();
    }

    protected override void Take(
        LogLevel level, EventId id, object? state, Exception? exception, Func<string> message)
        => onLog(level);
}
