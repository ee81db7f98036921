namespace TypedWebhookAlerts.Delivery;

/// <summary>What a channel shows of a lane's alerts, and what becomes of those that it does not show any
/// more.</summary>
/// <remarks>Not thread-safe: the backlog's gate guards it.</remarks>
internal sealed class LaneDisplay(
    LiveMessages live, LaneQueue queue, LaneExits exits, LaneRetirement retirement, LaneClock clock)
{
    /// <summary>Keeps a message on display whose counters may move.</summary>
    public void Add(LiveMessage message)
    {
        foreach (var excess in live.Add(message))
        {
            Evict(excess.Copies);
        }
    }

    /// <summary>Lets messages go whose windows have ended.</summary>
    public void Tidy(TimeSpan now)
    {
        foreach (var ended in live.Ended(now))
        {
            live.Remove(ended);
            exits.Close(ended.Copies, DropReason.MessageGone);
        }
    }

    /// <summary>Lets go of a message that is on display, but cannot be edited: what it does not show is posted once
    /// more, and then is not kept. An incident goes on.</summary>
    public void Evict(IReadOnlyList<AlertCopy> copies)
    {
        foreach (var copy in copies)
        {
            if (!copy.Account.IsIncident)
            {
                copy.Retire();
            }
        }

        QueueUnshown(copies);
    }

    /// <summary>Has all that messages on display do not show wait for other messages.</summary>
    public void QueueAll()
    {
        foreach (var message in live.All.ToList())
        {
            live.Remove(message);
            QueueUnshown(message.Copies);
        }
    }

    /// <summary>Has posted again what a message that is not on display any more does not show.</summary>
    public void QueueUnshown(IReadOnlyList<AlertCopy> copies)
    {
        foreach (var copy in copies.Reverse())
        {
            if (copy.HasUnshown)
            {
                copy.WaitAgain(clock.Now);
                queue.PutBack(copy);
            }
            else if (copy.TrySetAside())
            {
                retirement.SetAside(copy);
            }
            else
            {
                exits.Close([copy], DropReason.MessageGone);
            }
        }

        exits.DropExcess();
    }
}
