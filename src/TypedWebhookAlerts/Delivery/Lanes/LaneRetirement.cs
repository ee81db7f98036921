namespace TypedWebhookAlerts.Delivery;

/// <summary>The last time of a lane that no route leads to any more: it sends what it has, and what it shows is told to its
/// end.</summary>
/// <remarks>Not thread-safe: the backlog's gate guards it.</remarks>
/// <param name="heir">The lane that its alerts go to now, and what is to be told of others; null if there is none.</param>
/// <param name="aside">The incidents that are on display nowhere, and come back with their news.</param>
internal sealed class LaneRetirement(DeliveryLane? heir, IEnumerable<AlertCopy> aside)
{
    private readonly HashSet<AlertCopy> _aside = [.. aside];

    /// <summary>The lane that its alerts go to now.</summary>
    public DeliveryLane? Heir => heir;

    /// <summary>Whether an incident may still come back.</summary>
    public bool Expects => _aside.Count > 0;

    public void SetAside(AlertCopy copy) => _aside.Add(copy);

    public void Return(AlertCopy copy) => _aside.Remove(copy);
}
