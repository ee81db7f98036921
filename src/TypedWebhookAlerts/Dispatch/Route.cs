using TypedWebhookAlerts.Delivery;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>A name for a webhook, as the options have it. Two routes may share a lane. It does not change: a reload
/// that changes it makes another, with the same account.</summary>
/// <param name="counters">What became of the copies that took it.</param>
/// <param name="lane">Where they go.</param>
/// <param name="frame">What its messages carry besides alerts.</param>
internal sealed class Route(OutcomeCounters counters, DeliveryLane lane, MessageFrame frame)
{
    public string Name => counters.Name;

    public OutcomeCounters Counters => counters;

    public DeliveryLane Lane => lane;

    public MessageFrame Frame => frame;

    /// <summary>The route as lanes know it.</summary>
    public LaneRoute ForLanes { get; } = new(counters, frame, lane);
}
