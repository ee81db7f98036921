namespace TypedWebhookAlerts.Delivery;

/// <summary>The repeats of one alert that somebody follows, in the order in which they were folded in.</summary>
/// <remarks>Not thread-safe: the alert's account guards it.</remarks>
/// <param name="room">Where each of them holds a place.</param>
internal sealed class FollowedRepeats(FollowerRoom room)
{
    private readonly Queue<(long Repeat, AlertTracker Tracker)> _waiting = new();

    /// <summary>Follows a repeat.</summary>
    /// <param name="repeat">Its number among the repeats, from 1.</param>
    /// <param name="tracker">Who is told.</param>
    public void Add(long repeat, AlertTracker tracker) => _waiting.Enqueue((repeat, tracker));

    /// <summary>Tells those that are accounted for by now.</summary>
    /// <param name="settled">How many repeats are.</param>
    /// <param name="outcome">What became of them.</param>
    public void Settle(long settled, AlertOutcome outcome)
    {
        while (_waiting.TryPeek(out var first) && first.Repeat <= settled)
        {
            _waiting.Dequeue().Tracker.Settle(outcome);
            room.Return();
        }
    }
}
