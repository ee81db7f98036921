using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Delivery;

/// <summary>
/// One accepted alert and the repeats folded into it, until each of them is accounted for. It is delivered when one of
/// its copies is; it is dropped when the last of them is.
/// </summary>
internal sealed class AlertAccount(OutcomeCounters ledger)
{
    private readonly List<AlertCopy> _copies = new(capacity: 2);
    private bool _isSettled;
    private long _repeats;
    private long _settledRepeats;

    /// <summary>Guards the alert and its copies: pump and lanes meet here.</summary>
    public Lock Gate { get; } = new();

    /// <summary>How many of the alert and its repeats are not accounted for.</summary>
    public long Pending
    {
        get
        {
            lock (Gate)
            {
                return (_isSettled ? 0 : 1) + _repeats - _settledRepeats;
            }
        }
    }

    /// <summary>Adds a copy. All copies are added before the first is queued.</summary>
    public void Add(AlertCopy copy)
    {
        _copies.Add(copy);
        copy.Route.Accept();
    }

    /// <summary>Folds an equal alert in.</summary>
    /// <param name="at">When it was raised.</param>
    /// <param name="refused">Calls refused before it, to be told.</param>
    /// <returns>False when no copy could show it: its message is gone.</returns>
    public bool TryFold(DateTimeOffset at, long refused)
    {
        lock (Gate)
        {
            var open = 0;
            foreach (var copy in _copies)
            {
                if (copy.IsOpen)
                {
                    open++;
                    copy.Fold(at, refused);
                }
            }

            _repeats += open > 0 ? 1 : 0;
            return open > 0;
        }
    }

    /// <summary>Discord has a message that shows this of a copy.</summary>
    public void Confirm(AlertCopy copy, in AlertCounter shown)
    {
        lock (Gate)
        {
            copy.Confirm(shown);
            if (!_isSettled)
            {
                _isSettled = true;
                ledger.Deliver();
            }

            if (copy.ShownRepeats > _settledRepeats)
            {
                ledger.Coalesce(copy.ShownRepeats - _settledRepeats);
                _settledRepeats = copy.ShownRepeats;
            }
        }
    }

    /// <summary>Lets a copy go: it takes no more repeats, and what no message shows by now is dropped.</summary>
    public void Close(AlertCopy copy, DropReason reason)
    {
        lock (Gate)
        {
            if (!copy.IsOpen)
            {
                return;
            }

            copy.Close(reason);
            if (_copies.Any(other => other.IsOpen))
            {
                return;
            }

            ledger.Drop(reason, (_isSettled ? 0 : 1) + _repeats - _settledRepeats);
            _isSettled = true;
            _settledRepeats = _repeats;

            // Equal alerts are looked for here until the window ends: what was sent is not kept for so long.
            _copies.Clear();
        }
    }
}
