using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.IntegrationTests.Acceptance.Evidence;

/// <summary>What a scenario raised: one call, or many equal ones that nobody follows one by one.</summary>
internal sealed record RaisedAlert
{
    /// <summary>Its identity, which is also what Discord shows of it.</summary>
    public required string Text { get; init; }

    public required LogLevel Level { get; init; }

    /// <summary>Its place among all that were raised.</summary>
    public required int Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The routes that are to show it.</summary>
    public required IReadOnlyList<string> Routes { get; init; }

    /// <summary>The calls whose arguments were taken.</summary>
    public long Accepted { get; init; }

    /// <summary>The calls that found no room.</summary>
    public long Refused { get; init; }

    /// <summary>What was told of it afterwards: an incident's updates and its end.</summary>
    public long News { get; init; }

    /// <summary>Whether its caller was told what became of it.</summary>
    public bool IsFollowed { get; init; }

    /// <summary>What its caller was told; null if nothing yet.</summary>
    public AlertOutcome? Outcome { get; init; }
}
