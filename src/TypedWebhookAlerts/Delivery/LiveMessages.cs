namespace TypedWebhookAlerts.Delivery;

/// <summary>A lane's messages whose counters still move: bounded, the oldest is let go first.</summary>
/// <remarks>Not thread-safe: the lane guards it.</remarks>
internal sealed class LiveMessages(long maxBytes)
{
    private const int MaxCount = 64;

    private readonly LinkedList<LiveMessage> _messages = new();
    private long _bytes;

    public IEnumerable<LiveMessage> All => _messages;

    public bool Owes => _messages.Any(message => message.Owes);

    /// <summary>Keeps a message.</summary>
    /// <returns>The messages that have to be let go for it.</returns>
    public IReadOnlyList<LiveMessage> Add(LiveMessage message)
    {
        _messages.AddLast(message);
        _bytes += message.Bytes;
        var excess = new List<LiveMessage>();
        while (_messages.Count > MaxCount || (_bytes > maxBytes && _messages.Count > 1))
        {
            // One that shows all it has to can go without a loss.
            var oldest = _messages.FirstOrDefault(candidate => !candidate.HasUnshown) ?? _messages.First!.Value;
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
}
