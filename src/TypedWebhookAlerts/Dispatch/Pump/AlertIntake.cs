using TypedWebhookAlerts.Capture;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>Takes what was captured, in its order, and gives it to the dispatcher: the rings' alerts, and the ends of
/// incidents that wait beside them.</summary>
/// <param name="rings">Where alerts are.</param>
/// <param name="owed">What waits beside them.</param>
/// <param name="states">The pipeline's table of alerts.</param>
/// <param name="dispatcher">What is done with each alert.</param>
/// <param name="schedule">Gives budgets back.</param>
/// <param name="progress">Told of each alert.</param>
/// <param name="clock">The pump's.</param>
/// <param name="gate">Held while an alert is neither in a ring only nor accounted for.</param>
internal sealed class AlertIntake(
    PumpRings rings,
    OwedEnds owed,
    AlertStates states,
    AlertDispatcher dispatcher,
    PumpSchedule schedule,
    PumpProgress progress,
    PumpClock clock,
    Lock gate)
{
    /// <summary>In a storm the ring is never empty: a run ends all the same, so that its lanes begin.</summary>
    private const int LongestRun = 1024;

    public bool HasOwed => owed.HasDue(IsDue);

    /// <summary>Takes a run of alerts.</summary>
    /// <returns>Whether the ring was found empty.</returns>
    public bool TakeRun()
    {
        // One clock reading for a whole run: alerts of one burst were raised together.
        var now = clock.Now;
        var utcNow = clock.UtcNow;
        var taken = 0;
        while (taken < LongestRun && TryTake(rings.Current, now, utcNow))
        {
            taken++;
        }

        dispatcher.EndRun();
        return taken < LongestRun;
    }

    /// <summary>Takes the ends of incidents that found no room.</summary>
    public void TakeOwed()
    {
        var hasTaken = false;
        while (TryTakeOwed())
        {
            hasTaken = true;
        }

        if (hasTaken)
        {
            dispatcher.EndRun();
        }
    }

    /// <summary>Takes what is owed for the last time: whoever comes later is refused.</summary>
    public void Close()
    {
        owed.Close();
        TakeOwed();
    }

    /// <summary>How many wait to be taken.</summary>
    public int CountWaiting() => rings.CountCommitted() + owed.Count - (dispatcher.IsLogging ? 1 : 0);

    private bool TryTake(AlertRingBuffer ring, TimeSpan now, DateTimeOffset utcNow)
    {
        if (!ring.TryRead(out var record))
        {
            return false;
        }

        lock (gate)
        {
            schedule.HoldBudget(record.Descriptor, now);
            // Asked again: a call may have asked before the options were known.
            if (IsTaken(record))
            {
                dispatcher.Dispatch(record, clock.MomentOf(record.Stamp, now, utcNow));
            }
            else
            {
                record.Tracker?.Settle(AlertOutcome.Ignored);
            }

            ring.Release(record);
            progress.Move();
        }

        return true;
    }

    private bool TryTakeOwed()
    {
        lock (gate)
        {
            if (!owed.TryTake(IsDue, out var end))
            {
                return false;
            }

            if (IsTaken(end.Message))
            {
                var moment = clock.MomentOf(end.Stamp, clock.Now, clock.UtcNow);
                dispatcher.Tell(end.Message, end.News, end.Text, moment);
            }

            return true;
        }
    }

    private bool IsDue(OwedEnd end) => rings.HasTaken(end.Ring, end.After);

    private bool IsTaken(in AlertRecord record)
        => record.Tracker is IncidentMessage message ? IsTaken(message) : states.Get(record.Descriptor).IsTaken;

    /// <summary>Whether an incident was taken, of which this tells: it is told to its end, whatever was
    /// reloaded.</summary>
    private static bool IsTaken(IncidentMessage message)
        => message.Incident.Delivered is not { IsCompletedSuccessfully: true, Result.Kind: AlertOutcomeKind.Ignored };
}
