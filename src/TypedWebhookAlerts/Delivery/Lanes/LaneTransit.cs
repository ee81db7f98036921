namespace TypedWebhookAlerts.Delivery;

/// <summary>What is on its way from a lane to others, which its routes lead to by now, while a message of the lane's
/// own may be in flight.</summary>
/// <remarks>Not thread-safe: the backlog's gate guards it.</remarks>
internal sealed class LaneTransit(LaneQueue queue)
{
    /// <summary>What has left, and has not arrived yet.</summary>
    public IReadOnlyList<AlertCopy> Copies { get; private set; } = [];

    /// <summary>Whether there ever was any: alerts may come to wait here whose routes lead elsewhere.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>Takes what leaves.</summary>
    /// <param name="leaves">Whether a waiting alert leaves.</param>
    public IReadOnlyList<AlertCopy> Begin(Func<AlertCopy, bool> leaves)
    {
        HasBegun = true;
        return Copies = queue.TakeWhere(leaves);
    }

    /// <summary>Lets go of it.</summary>
    public void End() => Copies = [];
}
