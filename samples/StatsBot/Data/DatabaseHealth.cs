using TypedWebhookAlerts;

namespace StatsBot.Data;

/// <summary>Tells a database that is down from a query that was unlucky.</summary>
internal sealed class DatabaseHealth
{
    private const int TimeoutsUntilDown = 5;

    private readonly Lock _gate = new();
    private AlertIncident? _outage;
    private int _timeouts;

    public void TimedOut(TimeoutException exception)
    {
        lock (_gate)
        {
            _timeouts++;
            if (_timeouts == TimeoutsUntilDown)
            {
                _outage = BotAlerts.DatabaseDown(ActivityDatabase.Host, _timeouts, exception);
            }
            else if (_timeouts % TimeoutsUntilDown == 0)
            {
                _outage?.Update($"{_timeouts} queries in a row by now");
            }
        }
    }

    public void Answered()
    {
        lock (_gate)
        {
            _outage?.Resolve("it answers again");
            _outage = null;
            _timeouts = 0;
        }
    }
}
