namespace TypedWebhookAlerts.Delivery;

/// <summary>Waits until all that a lane was given before it is settled.</summary>
/// <param name="before">The sequence of the first alert that it does not wait for.</param>
internal sealed class LaneFlush(long before)
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Done => _done.Task;

    /// <summary>Ends the flush if nothing older waits and no message owes an edit.</summary>
    public bool TryEnd(LaneQueue queue, LiveMessages live)
    {
        if (queue.HasBefore(before) || live.Owes)
        {
            return false;
        }

        _done.SetResult();
        return true;
    }
}
