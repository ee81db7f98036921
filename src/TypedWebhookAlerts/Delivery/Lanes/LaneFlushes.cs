namespace TypedWebhookAlerts.Delivery;

/// <summary>The flushes that wait for what a lane holds.</summary>
/// <remarks>Not thread-safe: the backlog's gate guards it.</remarks>
internal sealed class LaneFlushes(LaneQueue queue, LiveMessages live)
{
    private readonly Queue<LaneFlush> _waiting = [];
    private long _before;

    /// <summary>Whether somebody waits for what there is to be sent.</summary>
    public bool IsAny => _waiting.Count > 0;

    /// <summary>Whether all that keeps the flushes open are edits.</summary>
    public bool OweOnlyEdits => IsAny && !queue.HasBefore(_before);

    /// <summary>Begins to wait.</summary>
    /// <param name="before">The sequence of the first alert that is not waited for.</param>
    public Task Add(long before)
    {
        var flush = new LaneFlush(before);
        _before = before;
        _waiting.Enqueue(flush);
        return flush.Done;
    }

    /// <summary>Ends flushes in their order: a later one waits for all that an earlier one waits for.</summary>
    public void End()
    {
        while (_waiting.TryPeek(out var first) && first.TryEnd(queue, live))
        {
            _waiting.Dequeue();
        }
    }
}
