using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TypedWebhookAlerts.Capture;
using TypedWebhookAlerts.Delivery;
using TypedWebhookAlerts.Dispatch;
using TypedWebhookAlerts.Rendering;
using TypedWebhookAlerts.Tests.Capture;
using TypedWebhookAlerts.Tests.Delivery;
using Xunit;

namespace TypedWebhookAlerts.Tests.Dispatch;

public sealed class AlertDispatcherTests
{
    [Fact]
    public void AnAlertThatAFormatterFailsAtIsDroppedInTheLedgerAndTheNextOneIsDispatched()
        => AssertDropped(Alerts.Plain, NullLogger.Instance);

    [Fact]
    public void AnAlertWhoseRouteCannotBeResolvedIsDroppedInTheLedgerAndTheNextOneIsDispatched()
        => AssertDropped(
            new AlertDescriptor("Tests.Astray", 8, LogLevel.Error, "", "nowhere", [], static (ref _, _) => { }),
            new ScriptedLogger(ThrowOfTheUnknownRoute));

    /// <param name="alert">Raised twice.</param>
    /// <param name="routesLog">Where the routes tell of a route that is unknown.</param>
    private static void AssertDropped(AlertDescriptor alert, ILogger routesLog)
    {
        var counters = new OutcomeCounters();
        var options = new WebhookAlertOptions().Route("error", "https://discord.com/api/webhooks/1/token");
        var log = NullLogger.Instance;
        var chain = new FallbackChain(new FallbackLog(options.Fallback, null, options.TimeProvider, log), log);
        var routes = new RouteTable(
            options,
            [new Route(new OutcomeCounters("error"), TestLanes.Create(new BrokenFormatter()), MessageFrame.None)],
            routesLog);
        var unrouted = new FallbackWriter(chain, counters, maxBytes: 1024);
        var dispatcher = new AlertDispatcher(
            options, new BrokenFormatter(), new AlertStates(), routes, unrouted, counters, NullLogger.Instance);
        var ring = new AlertRingBuffer(128 * 1024, new WakeUp());

        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(ClaimResult.Claimed, ring.TryClaim(alert.Id, 0, isCritical: false, stamp: 0, out var writer));
            writer.Commit();
            Assert.True(ring.TryRead(out var record));
            dispatcher.Dispatch(record, AlertMoment.Of(TimeSpan.Zero, DateTimeOffset.UnixEpoch));
            ring.Release(record);
        }

        Assert.Equal(2, counters.Accepted);
        Assert.Equal(2, counters.Dropped[DropReason.Undeliverable]);
    }

    private sealed class BrokenFormatter()
        : DiscordFormatter(new RenderingOptions(), isMarkdownThroughout: false)
    {
        protected override int FullDescriptionLimit => 2000;

        protected override RenderedAlert Compose() => throw new InvalidOperationException();
    }

    private static void ThrowOfTheUnknownRoute(string message)
    {
        if (message.Contains("nowhere", StringComparison.Ordinal))
        {
            throw new InvalidOperationException();
        }
    }
}
