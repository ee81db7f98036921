namespace TypedWebhookAlerts;

/// <summary>What became of one call of an alert, and why.</summary>
public readonly record struct AlertOutcome
{
    internal static readonly AlertOutcome Ignored = new() { Kind = AlertOutcomeKind.Ignored };
    internal static readonly AlertOutcome Delivered = new() { Kind = AlertOutcomeKind.Delivered };
    internal static readonly AlertOutcome Coalesced = new() { Kind = AlertOutcomeKind.Coalesced };

    /// <summary>What became of it.</summary>
    public AlertOutcomeKind Kind { get; private init; }

    /// <summary>Whether the channel shows it: as a message, or in the counter of one.</summary>
    public bool IsShown => Kind is AlertOutcomeKind.Delivered or AlertOutcomeKind.Coalesced;

    /// <summary>Why it was dropped, or <see langword="null"/> if it was not.</summary>
    public DropReason? DropReason { get; private init; }

    /// <summary>Why it was refused, or <see langword="null"/> if it was not.</summary>
    public RefusalReason? RefusalReason { get; private init; }

    /// <summary>The outcome in words, such as <c>delivered</c> or <c>dropped (NoRoute)</c>.</summary>
    public override string ToString() => Kind switch
    {
        AlertOutcomeKind.Dropped => $"dropped ({DropReason})",
        AlertOutcomeKind.Refused => $"refused ({RefusalReason})",
        AlertOutcomeKind.Delivered => "delivered",
        AlertOutcomeKind.Coalesced => "coalesced",
        _ => "ignored",
    };

    internal static AlertOutcome Dropped(DropReason reason)
        => new() { Kind = AlertOutcomeKind.Dropped, DropReason = reason };

    internal static AlertOutcome Refused(RefusalReason reason)
        => new() { Kind = AlertOutcomeKind.Refused, RefusalReason = reason };
}
