using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Delivery;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>Finds the alert that an equal one is folded into. Used by the pump only.</summary>
internal sealed class Coalescer
{
    /// <summary>So many different alerts are told apart; beyond them the one found first is forgotten first.</summary>
    private const int Capacity = 4096;

    /// <summary>Keys hold whole texts, so their number alone would not bound them.</summary>
    private const int MaxKeyBytes = 4 * 1024 * 1024;

    private readonly Dictionary<byte[], Entry> _entries = new(KeyComparer.Instance);
    private readonly Dictionary<byte[], Entry>.AlternateLookup<ReadOnlySpan<byte>> _byBytes;
    private readonly Queue<(byte[] Key, Entry Entry)> _inOrder = new();
    private long _keyBytes;

    public Coalescer() => _byBytes = _entries.GetAlternateLookup<ReadOnlySpan<byte>>();

    /// <summary>Folds an alert into an equal one, if there is one that still takes repeats.</summary>
    /// <param name="key">What makes it equal.</param>
    /// <param name="routes">Its routes: one that goes elsewhere since a reload begins a message of its own.</param>
    /// <param name="level">Its level: one that a reload has given another is shown in that.</param>
    /// <param name="now">The pump's monotonic time.</param>
    /// <param name="raisedAt">When it was raised.</param>
    /// <param name="refused">Calls refused before it, to be told.</param>
    /// <param name="tracker">Who is told what becomes of it, if anybody is.</param>
    /// <param name="story">What is told of the equal one, if it is an incident.</param>
    public bool TryFold(
        ReadOnlySpan<byte> key,
        Route[] routes,
        LogLevel level,
        TimeSpan now,
        DateTimeOffset raisedAt,
        long refused,
        AlertTracker? tracker,
        out IncidentStory? story)
    {
        story = null;
        if (!_byBytes.TryGetValue(key, out var entry)
            || now >= entry.Ends
            || entry.Account.Origin.Level != level
            || entry.Story is { IsResolved: true }
            || !entry.Routes.AsSpan().SequenceEqual(routes))
        {
            return false;
        }

        story = entry.Story;
        return entry.Account.TryFold(raisedAt, refused, tracker);
    }

    /// <summary>Lets equal alerts be folded into this one until a time.</summary>
    public void Add(
        ReadOnlySpan<byte> key,
        Route[] routes,
        AlertAccount account,
        TimeSpan now,
        TimeSpan ends,
        IncidentStory? story = null)
    {
        while (_inOrder.TryPeek(out var oldest)
            && (_inOrder.Count >= Capacity || _keyBytes + key.Length > MaxKeyBytes || oldest.Entry.Ends <= now))
        {
            Forget(_inOrder.Dequeue());
        }

        var bytes = key.ToArray();
        var entry = new Entry(account, routes, ends, story);
        _entries[bytes] = entry;
        _inOrder.Enqueue((bytes, entry));
        _keyBytes += bytes.Length;
    }

    private void Forget((byte[] Key, Entry Entry) oldest)
    {
        _keyBytes -= oldest.Key.Length;

        // A later alert may have taken the key over.
        if (_entries.TryGetValue(oldest.Key, out var current) && current == oldest.Entry)
        {
            _entries.Remove(oldest.Key);
        }
    }

    private sealed record Entry(AlertAccount Account, Route[] Routes, TimeSpan Ends, IncidentStory? Story);
}
