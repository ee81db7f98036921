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
        OtherLogging.LogAndRaise(run);

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
