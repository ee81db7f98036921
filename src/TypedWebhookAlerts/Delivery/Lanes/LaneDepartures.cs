namespace TypedWebhookAlerts.Delivery;

/// <summary>Lets copies leave a lane that cannot show them. Called by the lane, without its lock.</summary>
internal sealed class LaneDepartures(LaneBacklog backlog, FallbackChain chain)
{
    /// <summary>Moves copies to other routes; those that none takes wait on.</summary>
    public void Move(IReadOnlyList<AlertCopy> copies)
        => backlog.SettleDepartures(copies, chain.Move(copies, DropReason.Undeliverable));

    /// <summary>Gives copies up: to another route, or the file, or the log.</summary>
    public void GiveUp(IReadOnlyList<AlertCopy> copies, DropReason reason)
    {
        var moved = chain.Move(copies, reason);
        var left = moved.Count == 0 ? copies : [.. copies.Except(moved.Select(departure => departure.Copy))];
        Settle(copies, [.. moved, .. chain.Write(left, reason)]);
    }

    /// <summary>Gives copies up that no other route would show either.</summary>
    public void Refuse(IReadOnlyList<AlertCopy> copies, DropReason reason)
        => Settle(copies, chain.Write(copies, reason));

    private void Settle(IReadOnlyList<AlertCopy> copies, IReadOnlyList<Departure> departures)
        => backlog.SettleDepartures(copies, departures);
}
