namespace TypedWebhookAlerts.Delivery;

/// <summary>The last time of a lane that no route leads to any more: it sends what it has, and what it shows is told to
/// its end.</summary>
/// <remarks>Not thread-safe: the backlog's gate guards it.</remarks>
internal sealed class LaneRetirement
{
    private readonly HashSet<AlertCopy> _aside = [];

    /// <summary>The lane that its alerts go to now, and what is to be told of others; null if there is none.</summary>
    public DeliveryLane? Heir { get; private set; }

    /// <summary>Whether it has begun: what comes now takes no repeats, for which the lane would have to stay.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>Whether it has begun, and no incident may come back.</summary>
    public bool ExpectsNothing => HasBegun && _aside.Count == 0;

    /// <summary>Whether it has ended, and the lane with it.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Begins it.</summary>
    /// <param name="heir">The lane that its alerts go to now, if there is one.</param>
    /// <param name="aside">The incidents that are on display nowhere, and come back with their news. Those that the
    /// lane has let go of since they were looked up do not, and would be waited for without end.</param>
    public void Begin(DeliveryLane? heir, IEnumerable<AlertCopy> aside)
    {
        Cancel();
        HasBegun = true;
        Heir = heir;
        _aside.UnionWith(aside.Where(copy => !copy.HasEnded));
    }

    /// <summary>A route leads to the lane again.</summary>
    public void Cancel()
    {
        HasBegun = false;
        Heir = null;
        _aside.Clear();
    }

    public void End() => IsOver = true;

    public void SetAside(AlertCopy copy)
    {
        if (HasBegun)
        {
            _aside.Add(copy);
        }
    }

    public void Return(AlertCopy copy) => _aside.Remove(copy);

    /// <summary>Has a lane in its last time show what a copy has, and not keep it. An incident is told to its
    /// end.</summary>
    public void EndRepeats(AlertCopy copy)
    {
        if (HasBegun && !copy.Account.IsIncident)
        {
            copy.Retire();
        }
    }
}
