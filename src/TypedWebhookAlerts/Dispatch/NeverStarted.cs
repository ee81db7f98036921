using TypedWebhookAlerts.Capture;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>Accounts for what a pipeline holds that nobody has started, and drops it when that is disposed.</summary>
internal sealed class NeverStarted(AlertStates states, OwedEnds owed, TimeProvider time)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    private readonly OutcomeCounters _counters = new();

    public AlertLedger CreateLedger(AlertRingBuffer? ring)
        => LedgerBuilder.Create(states, _counters, (ring?.CountCommitted() ?? 0) + owed.Count);

    /// <summary>Empties a ring that is closed, and what waits beside it.</summary>
    public void Drop(AlertRingBuffer ring)
    {
        owed.Close();
        while (owed.TryTake(static _ => true, out var end))
        {
            _counters.Accept(states.Get(end.News).Level);
            _counters.Drop(DropReason.Closed, states.Get(end.News).Level, 1);
        }

        var begun = time.GetTimestamp();
        var wait = default(SpinWait);
        while (!ring.IsEmpty && time.GetElapsedTime(begun) < s_patience)
        {
            if (ring.TryRead(out var record))
            {
                _counters.Accept(states.Get(record.Descriptor).Level);
                _counters.Drop(DropReason.Closed, states.Get(record.Descriptor).Level, 1);
                record.Tracker?.Settle(AlertOutcome.Dropped(DropReason.Closed));
                ring.Release(record);
            }
            else
            {
                // A call claimed room before the ring was closed, and is about to commit; one that died on the way
                // never does.
                wait.SpinOnce();
            }
        }
    }
}
