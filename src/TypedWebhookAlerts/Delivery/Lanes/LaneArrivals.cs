using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Delivery;

/// <summary>Gives what comes to a lane its place in the queue, and remembers whether the lane was woken for
/// it.</summary>
/// <remarks>Not thread-safe, but for <see cref="Criticals"/>: the backlog's gate guards it.</remarks>
internal sealed class LaneArrivals(LaneQueue queue, LaneClock clock)
{
    private long _first;
    private long _criticals;
    private bool _areUnannounced;

    /// <summary>The sequence of the alert that comes next.</summary>
    public long Next { get; private set; }

    /// <summary>How many Criticals have come.</summary>
    public long Criticals => Interlocked.Read(ref _criticals);

    public void Enqueue(AlertCopy copy, LaneArrival arrival)
    {
        copy.QueuedAt = clock.Now;
        if (arrival == LaneArrival.HandedOverFirst)
        {
            copy.Sequence = --_first;
            queue.PutBack(copy);
        }
        else
        {
            copy.Sequence = Next++;
            queue.Add(copy);
        }

        if (arrival != LaneArrival.Raised)
        {
            queue.AllowWhatWaits();
        }

        if (copy.Level == LogLevel.Critical)
        {
            Interlocked.Increment(ref _criticals);
        }
    }

    /// <summary>Whether the lane is to be woken at once for an alert that is in the queue; for others it is when they
    /// are announced.</summary>
    public bool Wakes(AlertCopy copy)
    {
        // Not for each alert behind a full message: it looks at all that waits when it is woken.
        var wakes = copy.Level == LogLevel.Critical || queue.Count == DiscordLimits.Embeds;
        _areUnannounced |= !wakes;
        return wakes;
    }

    /// <summary>Whether there are alerts for which the lane was not woken; from now on it was.</summary>
    public bool TakeUnannounced()
    {
        var areUnannounced = _areUnannounced;
        _areUnannounced = false;
        return areUnannounced;
    }
}
