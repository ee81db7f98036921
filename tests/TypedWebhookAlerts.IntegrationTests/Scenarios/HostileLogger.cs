using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.IntegrationTests.Scenarios;

/// <summary>An application's logger that does something to whoever logs.</summary>
internal sealed class HostileLogger(Action<LogLevel, object?> onLog) : TestLogger
{
    protected override void Take(
        LogLevel level, EventId id, object? state, Exception? exception, Func<string> message)
        => onLog(level, state);
}
