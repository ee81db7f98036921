namespace TypedWebhookAlerts.Monitoring;

/// <summary>Whether a value that is looked at from time to time is beyond its limit, and for how long.</summary>
internal sealed class Breach(ThresholdRule rule)
{
    /// <summary>It is told again when it is half as far again beyond the limit as was told: a value that climbs all
    /// night is told a few times.</summary>
    private const double Farther = 1.5;

    /// <summary>And by at least this part of the limit: a value that trembles is not told.</summary>
    private const double LeastStep = 0.05;

    private TimeSpan? _since;
    private double _told;

    /// <summary>Whether it was told that it is beyond.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Whether it is open, or on the way.</summary>
    public bool IsUnderWay => IsOpen || _since is not null;

    /// <summary>The value that was farthest beyond while it was open.</summary>
    public double Worst { get; private set; }

    /// <param name="value">What was measured.</param>
    /// <param name="now">By a clock that does not go back.</param>
    public BreachNews Judge(double value, TimeSpan now)
        => IsOpen ? JudgeOpen(value, now)
            : HasLasted(rule.IsBeyond(value), now) ? Begin(value)
            : BreachNews.None;

    private BreachNews Begin(double value)
    {
        (IsOpen, _since, Worst, _told) = (true, null, value, value);
        return BreachNews.Begun;
    }

    private BreachNews JudgeOpen(double value, TimeSpan now)
    {
        Worst = rule.Worse(Worst, value);
        if (HasLasted(rule.IsBack(value), now))
        {
            (IsOpen, _since) = (false, null);
            return BreachNews.Over;
        }

        var told = Math.Abs(_told - rule.Limit);
        if (Math.Abs(Worst - rule.Limit) <= Math.Max(told * Farther, told + (Math.Abs(rule.Limit) * LeastStep)))
        {
            return BreachNews.None;
        }

        _told = Worst;
        return BreachNews.Worse;
    }

    /// <summary>Whether something has been so at each look for as long as the rule wants.</summary>
    private bool HasLasted(bool isSo, TimeSpan now)
    {
        if (!isSo)
        {
            _since = null;
            return false;
        }

        _since ??= now;
        return now - _since >= rule.For;
    }
}
