using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace TypedWebhookAlerts.IntegrationTests.Scenarios;

/// <summary>A log that a test looks into.</summary>
internal static class TestLog
{
    /// <summary>Has the library log into it.</summary>
    public static void LogInto(this WebhookAlertOptions options, FakeLogCollector log)
        => options.LoggerFactory = FactoryOf(log);

    public static ILoggerFactory FactoryOf(FakeLogCollector log)
        => LoggerFactory.Create(builder => builder.AddProvider(new FakeLoggerProvider(log)));
}
