namespace TypedWebhookAlerts.Delivery;

/// <summary>How alerts leave a lane that did not show all of them: each is accounted for, and its channel is
/// told.</summary>
/// <remarks>Not thread-safe: the backlog's gate guards it.</remarks>
internal sealed class LaneExits(LaneQueue queue, LaneWords words)
{
    /// <summary>Lets copies go.</summary>
    public void Close(IReadOnlyList<AlertCopy> copies, DropReason reason)
    {
        foreach (var copy in copies)
        {
            Close(new Departure(copy, reason, default));
        }
    }

    /// <summary>Lets a copy go that leaves, and has its channel told.</summary>
    public void Close(Departure departure)
    {
        var (copy, reason, place) = departure;
        words.Add(copy.Account.Origin, copy.Account.Close(copy, departure.CountedAs), reason, place);
    }

    /// <summary>Lets go of what the queue has no room for.</summary>
    /// <returns>Whether there was something.</returns>
    public bool DropExcess()
    {
        var hasDropped = false;
        while (queue.TryRemoveExcess(out var excess))
        {
            Close([excess], DropReason.QueueFull);
            hasDropped = true;
        }

        return hasDropped;
    }
}
