namespace StatsBot.Data;

/// <summary>Tells a database that is down from a query that was unlucky.</summary>
internal sealed class DatabaseHealth(TimeProvider time)
{
    private const int TimeoutsUntilDown = 5;

    private readonly Lock _gate = new();
    private int _timeouts;
    private long _since;

    public void TimedOut(TimeoutException exception)
    {
        lock (_gate)
        {
            _timeouts++;
            if (_timeouts == 1)
            {
                _since = time.GetTimestamp();
            }

            if (_timeouts == TimeoutsUntilDown)
            {
                BotAlerts.DatabaseDown(ActivityDatabase.Host, _timeouts, exception);
            }
        }
    }

    public void Answered()
    {
        lock (_gate)
        {
            if (_timeouts >= TimeoutsUntilDown)
            {
                BotAlerts.DatabaseUp(ActivityDatabase.Host, time.GetElapsedTime(_since));
            }

            _timeouts = 0;
        }
    }
}
