namespace TypedWebhookAlerts.Testing.Simulation;

/// <summary>A window that looks back from now: so many requests within the last so many seconds.</summary>
internal sealed class SlidingWindow(int limit, TimeSpan length)
{
    private readonly Queue<TimeSpan> _taken = new();

    /// <summary>Whether a place is free. If none is, after what time one will be.</summary>
    public bool HasRoom(TimeSpan now, out TimeSpan retryAfter)
    {
        while (_taken.TryPeek(out var oldest) && oldest + length <= now)
        {
            _taken.Dequeue();
        }

        retryAfter = _taken.Count < limit ? TimeSpan.Zero : _taken.Peek() + length - now;
        return retryAfter == TimeSpan.Zero;
    }

    /// <summary>Takes a place, unless none is free. What is refused is not counted.</summary>
    public bool TryTake(TimeSpan now, out TimeSpan retryAfter)
    {
        if (!HasRoom(now, out retryAfter))
        {
            return false;
        }

        _taken.Enqueue(now);
        return true;
    }
}
