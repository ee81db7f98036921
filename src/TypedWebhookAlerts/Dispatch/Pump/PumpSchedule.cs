using TypedWebhookAlerts.Capture;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>What the pump does by the clock: it shows incidents that have lasted long enough, and gives alerts their
/// budget back.</summary>
internal sealed class PumpSchedule : IDisposable
{
    private static readonly TimeSpan s_budgetPeriod = TimeSpan.FromMinutes(1);

    private readonly List<(AlertState State, TimeSpan At)> _budgets = [];
    private readonly AlertDispatcher _dispatcher;
    private readonly AlertStates _states;
    private readonly PumpClock _clock;
    private readonly Lock _gate;
    private readonly ITimer _deadline;
    private long _nextAt = long.MaxValue;

    /// <param name="dispatcher">Shows incidents.</param>
    /// <param name="states">The pipeline's table of alerts.</param>
    /// <param name="clock">The pump's.</param>
    /// <param name="gate">Held while something changes that others count.</param>
    /// <param name="wakeUp">Woken when something is due.</param>
    /// <param name="time">The clock that wakes it.</param>
    public PumpSchedule(
        AlertDispatcher dispatcher,
        AlertStates states,
        PumpClock clock,
        Lock gate,
        WakeUp wakeUp,
        TimeProvider time)
    {
        _dispatcher = dispatcher;
        _states = states;
        _clock = clock;
        _gate = gate;
        _deadline = time.CreateTimer(
            _ => wakeUp.Signal(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public bool IsDue => Volatile.Read(ref _nextAt) <= _clock.Now.Ticks;

    /// <summary>Remembers to give an alert its budget back: the call itself reads no clock.</summary>
    public void HoldBudget(AlertDescriptor alert, TimeSpan now)
    {
        if (alert.MaxPerMinute > 0 && !_budgets.Exists(budget => budget.State.Descriptor == alert))
        {
            _budgets.Add((_states.Get(alert), now + s_budgetPeriod));
        }
    }

    /// <summary>Does what is due, and looks when it is the next time.</summary>
    public void Tend()
    {
        var now = _clock.Now;
        if (_dispatcher.NextDue <= now)
        {
            lock (_gate)
            {
                _dispatcher.ShowDue(now);
            }
        }

        RefillBudgets(now);
        var next = _budgets.Count == 0 ? TimeSpan.MaxValue : _budgets.Min(budget => budget.At);
        Volatile.Write(ref _nextAt, Math.Min(next.Ticks, _dispatcher.NextDue.Ticks));
    }

    /// <summary>Has the pump woken when something is due.</summary>
    public void SetDeadline()
    {
        var next = Volatile.Read(ref _nextAt);
        var wait = TimeSpan.FromTicks(Math.Max(0, next - _clock.Now.Ticks));
        _deadline.Change(next == long.MaxValue ? Timeout.InfiniteTimeSpan : wait, Timeout.InfiniteTimeSpan);
    }

    public void Dispose() => _deadline.Dispose();

    private void RefillBudgets(TimeSpan now)
    {
        foreach (var (state, at) in _budgets)
        {
            if (at <= now)
            {
                state.RefillBudget();
            }
        }

        _budgets.RemoveAll(budget => budget.At <= now);
    }
}
