using TypedWebhookAlerts.Testing;

namespace TypedWebhookAlerts.IntegrationTests.Acceptance.Evidence;

/// <summary>
/// All that can be known of a scenario once it is over: what was raised, what Discord recorded, what the library says.
/// Plain data, so that a lie can be put into it to see whether the judge finds it.
/// </summary>
internal sealed record CourseOfEvents
{
    /// <summary>When it began: times in stories are told from here.</summary>
    public required DateTimeOffset Start { get; init; }

    public required IReadOnlyList<RaisedAlert> Raised { get; init; }

    /// <summary>Discord's own timeline.</summary>
    public required IReadOnlyList<SimulatedRequest> Timeline { get; init; }

    /// <summary>The webhook of each route.</summary>
    public required IReadOnlyDictionary<string, ulong> Webhooks { get; init; }

    /// <summary>What the ledgers of all processes say together.</summary>
    public required RouteFigures Ledger { get; init; }

    public required long Refused { get; init; }

    public required IReadOnlyDictionary<string, RouteFigures> Routes { get; init; }

    /// <summary>What is in the fallback file.</summary>
    public required IReadOnlyList<FileLine> File { get; init; }

    /// <summary>The most requests of one webhook that were under way together.</summary>
    public required int MostInFlight { get; init; }

    /// <summary>So many requests may be refused by a window that was not planned to be a fault.</summary>
    public int AllowedRefusals { get; init; }

    /// <summary>Whether a process ended without a chance to settle anything.</summary>
    public bool WasKilled { get; init; }

    /// <summary>The routes whose channel must know by now of all that it does not show.</summary>
    public IReadOnlyList<string> ToldRoutes { get; init; } = [];
}
