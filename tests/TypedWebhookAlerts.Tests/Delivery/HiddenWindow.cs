namespace TypedWebhookAlerts.Tests.Delivery;

/// <summary>A sliding window as Discord's are thought to be: the reference that windows are checked against.</summary>
internal sealed class HiddenWindow(int limit, TimeSpan period)
{
    private readonly List<TimeSpan> _taken = [];

    public int Refused { get; private set; }

    /// <summary>Decides on a request.</summary>
    /// <returns>Null when it is taken; otherwise after how long another would be.</returns>
    public TimeSpan? Take(TimeSpan now)
    {
        _taken.RemoveAll(taken => taken + period <= now);
        if (_taken.Count < limit)
        {
            _taken.Add(now);
            return null;
        }

        Refused++;
        return _taken[0] + period - now;
    }
}
