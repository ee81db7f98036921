using TypedWebhookAlerts.Delivery;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>A name for a webhook, and what became of the copies that took it. Two routes may share a lane.</summary>
internal sealed class Route(string name, DeliveryLane lane, MessageFrame frame)
{
    public string Name => name;

    public DeliveryLane Lane => lane;

    /// <summary>What its messages carry besides alerts.</summary>
    public MessageFrame Frame => frame;

    public OutcomeCounters Counters { get; } = new(name, lane);
}
