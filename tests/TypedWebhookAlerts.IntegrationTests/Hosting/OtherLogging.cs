using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.IntegrationTests.Scenarios;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Hosting;

/// <summary>What is logged and raised beside another logging library.</summary>
internal static class OtherLogging
{
    /// <summary>Logs an entry that becomes an alert and one that does not, and raises an alert that becomes an
    /// entry: that is two alerts, and no more however long one waits.</summary>
    public static void LogAndRaise(HostRun run)
    {
        var log = run.Host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Shop.Orders");
        using (log.BeginScope(new Dictionary<string, object?> { ["Customer"] = "Ada" }))
        {
            log.LogError(
                new EventId(42, "OrderFailed"),
                new TimeoutException("late"),
                "Order {Order} failed in {Took} s",
                7,
                1.5);
        }

        log.LogInformation("no alert: the default is from Warning");
        run.Pipeline.CommandFailed("Moderation", "could not ban", 5, new TimeoutException("later"));

        Assert.True(run.Flush());
        run.Run(TimeSpan.FromHours(1));
        Assert.Equal(2, run.Pipeline.Ledger.Raised);
        Assert.Equal(2, run.Pipeline.Ledger.Delivered);
    }
}
