using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NLog.Config;
using NLog.Extensions.Logging;
using NLog.Targets;
using TypedWebhookAlerts.IntegrationTests.Scenarios;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Hosting;

/// <summary>A host that logs by NLog: both directions.</summary>
public sealed class NLogTests
{
    [Fact]
    public async Task BothDirectionsWork()
    {
        using var target = new MemoryTarget("memory")
        {
            Layout = "${level}|${logger}|${message}|${event-properties:item=component}|${exception:format=Message}",
        };
        using var factory = new NLog.LogFactory();
        var configuration = new LoggingConfiguration(factory);
        configuration.AddRuleForAllLevels(target);
        factory.Configuration = configuration;
        await using var run = new HostRun(builder
            => builder.Logging.ClearProviders().AddNLog(_ => factory).AddWebhookAlerts());
        await run.StartAsync(TestContext.Current.CancellationToken);
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
        Assert.Equal(
            [
                ("Category", "Shop.Orders"), ("Event", "OrderFailed (42)"), ("Order", "7"), ("Took", "1.5"),
                ("Customer", "Ada"),
            ],
            run.Embeds[0].Fields.Select(field => (field.Name, field.Value)));
        Assert.Contains("Error|Shop.Orders|Order 7 failed in 1.5 s||late", target.Logs);
        Assert.Contains($"Error|{typeof(ScenarioAlerts).FullName}|could not ban|Moderation|later", target.Logs);
    }
}
