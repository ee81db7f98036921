namespace TypedWebhookAlerts.Delivery;

/// <summary>Lets copies leave a lane that cannot show them. Called by the lane, without its lock.</summary>
internal sealed class LaneDepartures(LaneBacklog backlog, FallbackChain chain)
{
    /// <summary>Moves copies to other routes; those that none takes wait on.</summary>
    public void Move(IReadOnlyList<AlertCopy> copies)
        => Settle(copies, chain.Move(copies, DropReason.Undeliverable));

    /// <summary>Gives copies to the lanes that their routes lead to by now; they are older than what waits
    /// there.</summary>
    public void HandOver(IReadOnlyList<AlertCopy> copies)
    {
        var left = chain.HandOver(copies, LaneArrival.HandedOverFirst);
        lock (backlog.Gate)
        {
            backlog.InFlight = [];
            backlog.PutBack(left);
        }
    }

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

    /// <summary>Accounts for what left; what has no departure waits on.</summary>
    private void Settle(IReadOnlyList<AlertCopy> copies, IReadOnlyList<Departure> departures)
    {
        lock (backlog.Gate)
        {
            backlog.InFlight = [];
            foreach (var departure in departures)
            {
                backlog.Exits.Close(departure);
            }

            if (departures.Count < copies.Count)
            {
                backlog.PutBack([.. copies.Except(departures.Select(departure => departure.Copy))]);
            }
        }
    }
}
