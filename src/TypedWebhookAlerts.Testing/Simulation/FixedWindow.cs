namespace TypedWebhookAlerts.Testing.Simulation;

/// <summary>A window that begins with its first request and is renewed as a whole: a webhook's bucket.</summary>
internal sealed class FixedWindow(int limit, TimeSpan length)
{
    private TimeSpan _end = TimeSpan.MinValue;
    private int _taken;

    public int Limit => limit;

    public int Remaining => limit - _taken;

    /// <summary>Takes a place, unless none is left. What is refused is not counted.</summary>
    public bool TryTake(TimeSpan now)
    {
        if (now >= _end)
        {
            _end = now + length;
            _taken = 0;
        }

        if (_taken == limit)
        {
            return false;
        }

        _taken++;
        return true;
    }

    public TimeSpan ResetAfter(TimeSpan now) => _end - now;
}
