namespace TypedWebhookAlerts.Delivery;

/// <summary>Alerts that go into the fallback file in one write.</summary>
/// <remarks>Not thread-safe: the writer guards it.</remarks>
internal sealed class FallbackBatch
{
    /// <summary>Half of the smallest file has room for it: the bound of a file holds whatever waits.</summary>
    private const int FullBytes = 64 * 1024;

    /// <summary>What a line has besides its alert, at least, and what keeps it in memory.</summary>
    private const int EntryBytes = 512;

    private readonly List<FallbackEntry> _entries = [];
    private readonly List<AlertTracker> _trackers = [];
    private readonly TaskCompletionSource _written = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<FallbackEntry> Entries => _entries;

    public int Count => _entries.Count;

    public long Bytes { get; private set; }

    public bool IsFull => Bytes >= FullBytes;

    /// <summary>Ends when the alerts are accounted for.</summary>
    public Task Written => _written.Task;

    /// <summary>Adds an alert.</summary>
    /// <returns>The bytes that it takes.</returns>
    public long Add(FallbackEntry entry, AlertTracker? tracker)
    {
        var bytes = entry.Alert.Length + EntryBytes;
        Bytes += bytes;
        _entries.Add(entry);
        if (tracker is not null)
        {
            _trackers.Add(tracker);
        }

        return bytes;
    }

    /// <summary>Accounts for the alerts. That a route is off is no failure, and its alerts are where they should be
    /// once the file has them.</summary>
    public void Drop(OutcomeCounters ledger, DropReason reason)
    {
        foreach (var entry in _entries)
        {
            if (reason == DropReason.Fallback)
            {
                ledger.DropAsConfigured(reason, entry.Origin.Level, entry.Count);
            }
            else
            {
                ledger.Drop(reason, entry.Origin.Level, entry.Count);
            }
        }
    }

    /// <summary>Tells all who wait for the alerts.</summary>
    public void Tell(DropReason reason)
    {
        foreach (var tracker in _trackers)
        {
            tracker.Settle(AlertOutcome.Dropped(reason));
        }

        _written.SetResult();
    }
}
