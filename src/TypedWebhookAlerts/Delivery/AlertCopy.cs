using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Delivery;

/// <summary>An alert on its way to one route.</summary>
/// <remarks>What moves in it is guarded by the gate of its account, which all copies of an alert share; only the account
/// changes it.</remarks>
internal sealed class AlertCopy
{
    private long _repeats;
    private long _refused;
    private long _shownRefused;
    private long _owedRepeats;
    private bool _isConfirmed;
    private DateTimeOffset _last;

    public AlertCopy(AlertAccount account, OutcomeCounters route, RenderedAlert alert, long refused)
    {
        Account = account;
        Route = route;
        Alert = alert;
        _last = account.Origin.RaisedAt;
        _refused = refused;
    }

    public AlertAccount Account { get; }

    public OutcomeCounters Route { get; }

    public RenderedAlert Alert { get; private set; }

    /// <summary>What a message of its route carries besides alerts. Only copies of one frame share a message.</summary>
    public MessageFrame Frame { get; init; } = MessageFrame.None;

    public LogLevel Level => Account.Origin.Level;

    /// <summary>For how long repeats are folded in; zero for never.</summary>
    public TimeSpan FoldFor { get; init; }

    /// <summary>Its place among all that its lane was given.</summary>
    public long Sequence { get; set; }

    /// <summary>When its lane was given it, by the lane's clock.</summary>
    public TimeSpan QueuedAt { get; set; }

    /// <summary>What the alerts have in common that go together, and with no others, after Discord refused a message
    /// with them in it: they are a half of it.</summary>
    public object? Half { get; set; }

    /// <summary>Whether it shares its message with no other.</summary>
    public bool IsAlone { get; set; }

    /// <summary>Whether it was in a request of which nobody knows whether it counted: a message that shows it says
    /// so.</summary>
    public bool MayBeRepeated { get; set; }

    /// <summary>Called when a message on display has something to show again.</summary>
    public Action? Changed { get; set; }

    /// <summary>Whether it still takes repeats. Read by the account only.</summary>
    public bool IsOpen { get; private set; } = true;

    /// <summary>How many repeats a confirmed message shows. Read by the account only.</summary>
    public long ShownRepeats { get; private set; }

    /// <summary>Whether it has repeats, or refusals, that no confirmed message shows.</summary>
    public bool HasUnshown
    {
        get
        {
            lock (Account.Gate)
            {
                return _repeats > ShownRepeats || _refused > _shownRefused;
            }
        }
    }

    /// <summary>Whether it still owes what a flush asked for.</summary>
    public bool Owes
    {
        get
        {
            lock (Account.Gate)
            {
                return IsOpen && (!_isConfirmed || _owedRepeats > ShownRepeats);
            }
        }
    }

    /// <summary>How many of itself and its repeats are not accounted for.</summary>
    public long Pending
    {
        get
        {
            lock (Account.Gate)
            {
                return IsOpen ? (_isConfirmed ? 0 : 1) + _repeats - ShownRepeats : 0;
            }
        }
    }

    /// <summary>What a request that is built now shows.</summary>
    public ShownAlert Show()
    {
        lock (Account.Gate)
        {
            return new ShownAlert(Alert, new AlertCounter(_repeats + 1, _last, _refused));
        }
    }

    /// <summary>Asks that what is counted now be shown before a flush ends.</summary>
    public void AskToShow()
    {
        lock (Account.Gate)
        {
            _owedRepeats = _repeats;
        }
    }

    public void Fold(DateTimeOffset at, long refused)
    {
        Route.Accept();
        Count(repeats: 1, refused, at);
    }

    /// <summary>Counts calls that are no repeats: they were turned away, which its message tells.</summary>
    public void Miss(DateTimeOffset at, long calls) => Count(repeats: 0, calls, at);

    public void Confirm(in AlertCounter shown)
    {
        if (!_isConfirmed)
        {
            _isConfirmed = true;
            Route.Deliver();
        }

        Route.Coalesce(shown.Count - 1 - ShownRepeats);
        ShownRepeats = shown.Count - 1;
        _shownRefused = shown.Refused;

        // An edit leaves a message's files alone: they are not needed again.
        Alert = Alert.WithoutTrace();
    }

    /// <summary>Goes on without its file, which Discord refuses.</summary>
    public void LetGoOfTrace()
    {
        lock (Account.Gate)
        {
            Alert = Alert.WithoutTrace();
        }
    }

    public CopyLoss Close(DropReason reason)
    {
        var loss = new CopyLoss(Pending, _refused - _shownRefused, _last);
        Route.Drop(reason, Level, loss.Alerts);
        IsOpen = false;
        return loss;
    }

    /// <summary>The same alert on its way to another route, with all that has been counted.</summary>
    public AlertCopy MoveTo(OutcomeCounters route, MessageFrame frame)
    {
        var copy = new AlertCopy(Account, route, Alert, _refused - _shownRefused)
        {
            FoldFor = FoldFor,
            Frame = frame,
            IsAlone = IsAlone,
            MayBeRepeated = MayBeRepeated,
        };
        copy._repeats = _repeats;
        copy._last = _last;
        route.Accept(1 + _repeats);
        return copy;
    }

    private void Count(long repeats, long refused, DateTimeOffset at)
    {
        var isNews = _isConfirmed && !HasUnshown;
        _repeats += repeats;
        _refused += refused;
        _last = at;
        if (isNews)
        {
            Changed?.Invoke();
        }
    }
}
