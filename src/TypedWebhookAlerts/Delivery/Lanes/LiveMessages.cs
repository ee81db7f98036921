namespace TypedWebhookAlerts.Delivery;

/// <summary>A lane's messages that may come to show more: bounded, the oldest is let go first.</summary>
/// <remarks>Not thread-safe: the lane guards it.</remarks>
/// <param name="bound">The most bytes of them.</param>
internal sealed class LiveMessages(long bound)
{
    private const int MaxCount = 64;

    private readonly LinkedList<LiveMessage> _messages = new();
    private long _bytes;

    /// <summary>The most bytes of them. A lower one concerns those that come.</summary>
    public long Bound { get; set; } = bound;

    public IEnumerable<LiveMessage> All => _messages;

    public bool Owes => _messages.Any(message => message.Owes);

    /// <summary>Keeps a message.</summary>
    /// <returns>The messages that have to be let go for it.</returns>
    public IReadOnlyList<LiveMessage> Add(LiveMessage message)
    {
        _messages.AddLast(message);
        _bytes += message.Bytes;
        var excess = new List<LiveMessage>();
        while (_messages.Count > MaxCount || (_bytes > Bound && _messages.Count > 1))
        {
            var oldest = LeastMissed();
            Remove(oldest);
            excess.Add(oldest);
        }

        return excess;
    }

    public void Remove(LiveMessage message)
    {
        if (_messages.Remove(message))
        {
            _bytes -= message.Bytes;
        }
    }

    public void Clear()
    {
        _messages.Clear();
        _bytes = 0;
    }

    /// <summary>The messages that take no more repeats and show all they have.</summary>
    public IReadOnlyList<LiveMessage> Ended(TimeSpan now)
        => [.. _messages.Where(message => message.HasEnded(now) && !message.HasUnshown)];

    /// <summary>The message to be edited next, and when.</summary>
    /// <param name="isFlush">Whether only what a flush asked for is wanted, and that without the usual pause.</param>
    /// <param name="at">When.</param>
    public LiveMessage? Next(bool isFlush, out TimeSpan at)
    {
        var next = isFlush
            ? _messages.Where(message => message.Owes).MinBy(message => message.RetryAt)
            : _messages.Where(message => message.HasUnshown).MinBy(message => message.EditAt);
        at = (isFlush ? next?.RetryAt : next?.EditAt) ?? TimeSpan.MaxValue;
        return next;
    }

    /// <summary>The message whose edit does not wait until nothing is to be posted, and when it is due: an incident's,
    /// a Critical one's first, then counters that move for the last time.</summary>
    /// <param name="gather">How long an incident's news are gathered.</param>
    /// <param name="now">The lane clock's time.</param>
    /// <param name="at">When.</param>
    public LiveMessage? NextUrgent(TimeSpan gather, TimeSpan now, out TimeSpan at)
    {
        LiveMessage? next = null;
        var best = (IsDue: false, IsIncident: false, IsCritical: false);
        at = TimeSpan.MaxValue;
        foreach (var message in _messages.Where(message => message.HasUnshown))
        {
            var due = message.UrgentAt(gather);
            var rank = (due <= now, due <= now && message.IsIncident, due <= now && message.IsCritical);
            var order = rank.CompareTo(best);
            if (order > 0 || (order == 0 && due < at))
            {
                (next, best, at) = (message, rank, due);
            }
        }

        return next;
    }

    /// <summary>The oldest that shows all it has to, which can go without a loss, and rather counters than an incident;
    /// else the oldest. Never the newest: what floods now is what has to fold.</summary>
    private LiveMessage LeastMissed()
    {
        var older = _messages.SkipLast(1);
        return older.FirstOrDefault(message => !message.IsIncident && !message.HasUnshown)
            ?? older.FirstOrDefault(message => !message.HasUnshown)
            ?? _messages.First!.Value;
    }
}
