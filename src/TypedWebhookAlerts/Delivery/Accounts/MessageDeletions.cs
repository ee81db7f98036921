namespace TypedWebhookAlerts.Delivery;

/// <summary>Remembers when somebody deleted an alert's message.</summary>
internal sealed class MessageDeletions
{
    /// <summary>Whoever deletes it so often within its window does not want to see it.</summary>
    private const int Most = 3;

    private readonly Queue<TimeSpan> _times = new();

    /// <summary>Learns of one more.</summary>
    /// <returns>Whether the alert may be posted again.</returns>
    public bool Add(TimeSpan now, TimeSpan window)
    {
        while (_times.TryPeek(out var first) && now - first > window)
        {
            _times.Dequeue();
        }

        _times.Enqueue(now);
        return _times.Count < Most;
    }
}
