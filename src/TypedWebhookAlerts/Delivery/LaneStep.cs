namespace TypedWebhookAlerts.Delivery;

/// <summary>What a lane does next.</summary>
internal abstract record LaneStep
{
    private LaneStep()
    {
    }

    /// <summary>Wait, for a signal or at most so long.</summary>
    public sealed record Wait(TimeSpan? For) : LaneStep;

    /// <summary>Ask for the webhook's channel.</summary>
    public sealed record Identify : LaneStep;

    /// <summary>Post a message. Its slot is taken.</summary>
    public sealed record Post(IReadOnlyList<AlertCopy> Copies) : LaneStep;

    /// <summary>Move a message's counters. Its slot is taken.</summary>
    public sealed record Edit(LiveMessage Message) : LaneStep;
}
