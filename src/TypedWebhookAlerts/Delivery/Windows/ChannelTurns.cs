namespace TypedWebhookAlerts.Delivery;

/// <summary>
/// Lets the lanes of one channel send in turn. Where the window ends is not known before a refusal: two requests that
/// overran it side by side would be two answers of 429, not one.
/// </summary>
/// <remarks>Not thread-safe: the window guards it. A lane is known by what wakes it.</remarks>
internal sealed class ChannelTurns
{
    /// <summary>An answer that takes so long holds the others up no longer.</summary>
    private static readonly TimeSpan s_longestFlight = TimeSpan.FromSeconds(2);

    /// <summary>How long the lane whose turn it is has for taking it.</summary>
    private static readonly TimeSpan s_turn = TimeSpan.FromMilliseconds(100);

    private readonly List<Action> _held = [];
    private TimeSpan _takenAt;
    private TimeSpan _turnUntil;

    /// <summary>How long a lane is held up by others; zero if it may send.</summary>
    public TimeSpan Wait(Action? lane, bool isOneInFlight, TimeSpan now)
    {
        if (lane is null)
        {
            return TimeSpan.Zero;
        }

        var isAnothersTurn = _held.Count > 0 && _held[0] != lane;
        var until = isOneInFlight ? _takenAt + s_longestFlight : isAnothersTurn ? _turnUntil : TimeSpan.Zero;
        if (until <= now)
        {
            return TimeSpan.Zero;
        }

        if (!_held.Contains(lane))
        {
            _held.Add(lane);
        }

        return until - now;
    }

    /// <summary>A lane sends.</summary>
    public void Take(Action? lane, TimeSpan now)
    {
        _takenAt = now;
        if (lane is not null && _held.Count > 0 && _held[0] != lane && _turnUntil <= now)
        {
            // It let its turn pass: it has nothing to send any more.
            _held.RemoveAt(0);
        }

        Leave(lane);
    }

    /// <summary>A lane asks no longer.</summary>
    public void Leave(Action? lane)
    {
        if (lane is not null)
        {
            _held.Remove(lane);
        }
    }

    /// <summary>A request was answered.</summary>
    /// <returns>What wakes those that were held up.</returns>
    public IReadOnlyList<Action> Answer(TimeSpan now)
    {
        _turnUntil = now + s_turn;
        return _held.Count == 0 ? [] : [.. _held];
    }
}
