using TypedWebhookAlerts.Delivery;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>A name for a webhook, and what became of the copies that took it. Two routes may share a lane.</summary>
internal sealed class Route(string name, DeliveryLane lane)
{
    public string Name => name;

    public DeliveryLane Lane => lane;

    public OutcomeCounters Counters { get; } = new(name, lane);
}
