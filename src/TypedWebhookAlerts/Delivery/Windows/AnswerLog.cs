namespace TypedWebhookAlerts.Delivery;

/// <summary>When the answers arrived that Discord counted, oldest first.</summary>
/// <remarks>Not thread-safe: its window guards it.</remarks>
internal sealed class AnswerLog
{
    /// <summary>More than any window holds (an option allows 3,000 a minute), and the past to learn longer ones
    /// from.</summary>
    private const int Kept = 4096;

    private readonly List<TimeSpan> _times = [];

    public int Count => _times.Count;

    public IEnumerable<TimeSpan> All => _times;

    /// <summary>The time of one, counted back from the newest, which is 1.</summary>
    public TimeSpan FromNewest(int place) => _times[^place];

    public void Add(TimeSpan at)
    {
        // Two lanes may settle in another order than they looked at the clock.
        var place = _times.Count;
        while (place > 0 && _times[place - 1] > at)
        {
            place--;
        }

        _times.Insert(place, at);
        if (_times.Count >= Kept * 2)
        {
            _times.RemoveRange(0, Kept);
        }
    }

    /// <summary>How many are younger than a period.</summary>
    public int CountWithin(TimeSpan period, TimeSpan now)
    {
        var (low, high) = (0, _times.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = now - _times[middle] >= period ? (middle + 1, high) : (low, middle);
        }

        return _times.Count - low;
    }

    /// <summary>How long until fewer than so many are younger than a period; zero when they are now.</summary>
    /// <param name="rule">How many, within what period.</param>
    /// <param name="inFlight">How many more count for as long as they last.</param>
    /// <param name="now">The time.</param>
    /// <returns>How long; null when those in flight fill it alone, whose end nobody knows.</returns>
    public TimeSpan? WaitFor(WindowRule rule, int inFlight, TimeSpan now)
    {
        var within = CountWithin(rule.Period, now);
        if (within + inFlight < rule.Limit)
        {
            return TimeSpan.Zero;
        }

        var left = rule.Limit - inFlight;
        return left > 0 ? FromNewest(left) + rule.Period - now : null;
    }
}
