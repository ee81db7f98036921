using Microsoft.Extensions.Logging.Abstractions;
using TypedWebhookAlerts.Delivery;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Tests.Delivery;

/// <summary>Lanes that are never started: they tell one webhook from another, and hold what they are given.</summary>
internal static class TestLanes
{
    public static DeliveryLane Create(DiscordFormatter? formatter = null)
    {
        var options = new WebhookAlertOptions();
        WebhookUrl.TryParse("https://discord.com/api/webhooks/1/token", [], out var url);
        var log = NullLogger.Instance;
        return new DeliveryLane(
            url!,
            MessageFrame.None,
            options,
            options.TimeProvider,
            new WebhookSender(options),
            new ChannelWindows(limit: 30),
            new FallbackChain(new FallbackLog(options.Fallback, null, options.TimeProvider, log), log),
            formatter ?? new DiscordEmbedFormatter(new RenderingOptions()),
            log);
    }

    public static LaneRoute CreateRoute(string name, DeliveryLane? lane = null)
        => new(new OutcomeCounters(name), MessageFrame.None, lane ?? Create());
}
