namespace TypedWebhookAlerts.Delivery;

/// <summary>What a lane does next.</summary>
internal abstract record LaneStep
{
    private LaneStep()
    {
    }

    /// <summary>Wait, for a signal or at most so long.</summary>
    public sealed record Wait(TimeSpan? For) : LaneStep;

    /// <summary>Ask for the webhook's channel, and whether it is there.</summary>
    public sealed record Identify : LaneStep;

    /// <summary>Post a message. Its slot is taken.</summary>
    /// <param name="Copies">What it shows.</param>
    /// <param name="Criticals">How many Criticals the lane had been given when it was packed.</param>
    /// <param name="Waited">How long it was due, and waited for the windows.</param>
    public sealed record Post(IReadOnlyList<AlertCopy> Copies, long Criticals, TimeSpan Waited) : LaneStep;

    /// <summary>Post a message of the library's own. Its slot is taken.</summary>
    public sealed record Tell : LaneStep;

    /// <summary>Move a message's counters. Its slot is taken.</summary>
    public sealed record Edit(LiveMessage Message) : LaneStep;

    /// <summary>Let copies move to another route that need not wait here.</summary>
    public sealed record Move(IReadOnlyList<AlertCopy> Copies) : LaneStep;

    /// <summary>Give copies to the lanes that their routes lead to by now.</summary>
    public sealed record HandOver(IReadOnlyList<AlertCopy> Copies) : LaneStep;

    /// <summary>End: no route leads here any more, and nothing is left.</summary>
    public sealed record Retire : LaneStep;

    /// <summary>Give copies up that have waited long enough, or for nothing.</summary>
    public sealed record GiveUp(IReadOnlyList<AlertCopy> Copies, DropReason Reason) : LaneStep;
}
