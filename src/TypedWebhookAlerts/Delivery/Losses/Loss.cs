namespace TypedWebhookAlerts.Delivery;

/// <summary>Alerts of one name that a channel does not show, for one reason.</summary>
/// <param name="Name">The alert's full name; null for all that have no entry of their own.</param>
/// <param name="Reason">Why.</param>
/// <param name="Place">Where they are instead: a route's name or the file's; null for nowhere.</param>
internal sealed record Loss(string? Name, DropReason Reason, LossPlace Place)
{
    public long Alerts { get; init; }

    /// <summary>Refused calls that their messages would have told.</summary>
    public long Refused { get; init; }

    public DateTimeOffset First { get; init; }

    public DateTimeOffset Last { get; init; }

    /// <summary>Both together.</summary>
    public Loss And(Loss other)
        => this with
        {
            Alerts = Alerts + other.Alerts,
            Refused = Refused + other.Refused,
            First = First < other.First ? First : other.First,
            Last = Last > other.Last ? Last : other.Last,
        };
}
