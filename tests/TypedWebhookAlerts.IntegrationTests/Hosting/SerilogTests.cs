using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using TypedWebhookAlerts.IntegrationTests.Scenarios;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Hosting;

/// <summary>A host that logs by Serilog: both directions, beside our provider and in place of the logger
/// factory.</summary>
public sealed class SerilogTests
{
    [Fact]
    public async Task BesideOurProviderBothDirectionsWork()
    {
        var sink = new ListSink();
        await AssertBothDirectionsAsync(
            sink, builder => builder.Logging.AddSerilog(sink.CreateLogger(), dispose: true));
    }

    [Fact]
    public async Task AsTheFactoryThatWritesToProvidersBothDirectionsWork()
    {
        var sink = new ListSink();
        await AssertBothDirectionsAsync(
            sink,
            builder => builder.Services.AddSerilog(
                (_, configuration) => configuration.MinimumLevel.Verbose().WriteTo.Sink(sink), writeToProviders: true));
    }

    private static async Task AssertBothDirectionsAsync(ListSink sink, Action<HostApplicationBuilder> addSerilog)
    {
        await using var run = new HostRun(
            builder =>
            {
                builder.Logging.ClearProviders().AddWebhookAlerts();
                addSerilog(builder);
            });
        await run.StartAsync(TestContext.Current.CancellationToken);
        OtherLogging.LogAndRaise(run);

        var embed = run.Embeds[0];
        Assert.StartsWith("Order 7 failed in 1.5 s\n", embed.Description, StringComparison.Ordinal);
        Assert.Contains("late", embed.Description, StringComparison.Ordinal);
        var fields = embed.Fields.Select(field => (field.Name, field.Value)).ToList();
        Assert.Equal(["Category", "Customer", "Event", "Order", "Took"], fields.Select(field => field.Name).Order());
        Assert.Contains(("Category", "Shop.Orders"), fields);
        Assert.Contains(fields, field => field is { Name: "Order", Value: "7" });
        Assert.Contains(
            fields, field => field is { Name: "Customer" } && field.Value.Contains("Ada", StringComparison.Ordinal));

        var entry = Assert.Single(
            sink.Events, entry => Text(entry, "SourceContext") == typeof(ScenarioAlerts).FullName);
        Assert.Equal(LogEventLevel.Error, entry.Level);
        Assert.Equal("could not ban", entry.RenderMessage(System.Globalization.CultureInfo.InvariantCulture).Trim('"'));
        Assert.Equal("Moderation", Text(entry, "component"));
        Assert.Equal("later", entry.Exception?.Message);
    }

    private static string? Text(LogEvent entry, string property)
        => entry.Properties.GetValueOrDefault(property) is ScalarValue { Value: string text } ? text : null;

    private sealed class ListSink : ILogEventSink
    {
        private readonly List<LogEvent> _events = [];

        public IReadOnlyList<LogEvent> Events
        {
            get
            {
                lock (_events)
                {
                    return [.. _events];
                }
            }
        }

        public Logger CreateLogger()
            => new LoggerConfiguration().MinimumLevel.Verbose().WriteTo.Sink(this).CreateLogger();

        public void Emit(LogEvent logEvent)
        {
            lock (_events)
            {
                _events.Add(logEvent);
            }
        }
    }
}
