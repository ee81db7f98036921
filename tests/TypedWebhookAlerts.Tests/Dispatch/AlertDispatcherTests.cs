using Microsoft.Extensions.Logging.Abstractions;
using TypedWebhookAlerts.Capture;
using TypedWebhookAlerts.Delivery;
using TypedWebhookAlerts.Dispatch;
using TypedWebhookAlerts.Rendering;
using TypedWebhookAlerts.Tests.Capture;
using Xunit;

namespace TypedWebhookAlerts.Tests.Dispatch;

public sealed class AlertDispatcherTests
{
    [Fact]
    public void AnAlertThatAFormatterFailsAtIsDroppedInTheLedgerAndTheNextOneIsDispatched()
    {
        var counters = new OutcomeCounters();
        var options = new WebhookAlertOptions().Route("error", "https://discord.com/api/webhooks/1/token");
        using var sender = new WebhookSender(options);
        var channels = new ChannelWindows(limit: 30);
        var log = NullLogger.Instance;
        var chain = new FallbackChain(new FallbackLog(options.Fallback, null, options.TimeProvider, log), log);
        var routes = new RouteTable(
            options,
            (url, frame) => new DeliveryLane(
                url, frame, options, sender, channels, chain, new BrokenFormatter(), log),
            log);
        var unrouted = new FallbackWriter(chain, counters, maxBytes: 1024);
        var dispatcher = new AlertDispatcher(
            options, new BrokenFormatter(), new AlertStates(), routes, unrouted, counters, NullLogger.Instance);
        var ring = new AlertRingBuffer(128 * 1024, new WakeUp());

        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(ClaimResult.Claimed, ring.TryClaim(Alerts.Plain.Id, 0, isCritical: false, stamp: 0, out var writer));
            writer.Commit();
            Assert.True(ring.TryRead(out var record));
            dispatcher.Dispatch(record, TimeSpan.Zero, DateTimeOffset.UnixEpoch);
            ring.Release(record);
        }

        Assert.Equal(2, counters.Accepted);
        Assert.Equal(2, counters.Dropped[DropReason.Undeliverable]);
    }

    private sealed class BrokenFormatter()
        : DiscordFormatter(new RenderingOptions())
    {
        protected override int FullDescriptionLimit => 2000;

        protected override bool IsMarkdownThroughout => false;

        protected override RenderedAlert Compose() => throw new InvalidOperationException();
    }
}
