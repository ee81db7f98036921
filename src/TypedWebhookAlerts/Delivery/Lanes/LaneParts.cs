using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Delivery;

/// <summary>What a lane is made of, for whoever does its work.</summary>
internal sealed class LaneParts
{
    /// <summary>The lane itself, as others know it.</summary>
    public required DeliveryLane Lane { get; init; }

    /// <summary>The webhook, as it may be shown.</summary>
    public required string Name { get; init; }

    /// <summary>The frame of the route that the lane was made for.</summary>
    public required MessageFrame Frame { get; init; }

    public required LaneClock Clock { get; init; }

    public required LaneBacklog Backlog { get; init; }

    public required RateWindows Windows { get; init; }

    public required LaneHealth Health { get; init; }

    public required LaneSender Sender { get; init; }

    public required LanePlanner Planner { get; init; }

    public required LaneChecks Checks { get; init; }

    public required LaneDepartures Departures { get; init; }

    public required PostSettlement Posts { get; init; }

    public required EditSettlement Edits { get; init; }

    public required FallbackChain Chain { get; init; }

    /// <summary>Another after the options were reloaded.</summary>
    public required LaneNotes Notes { get; set; }

    public required ILogger Log { get; init; }

    /// <summary>Cancelled when the lane ends.</summary>
    public required CancellationToken Stopping { get; init; }
}
