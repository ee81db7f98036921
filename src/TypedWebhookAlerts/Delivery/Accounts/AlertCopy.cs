using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Delivery;

/// <summary>An alert on its way to one route.</summary>
/// <remarks>What moves in it is guarded by the gate of its account, which all copies of an alert share; only the
/// account changes it.</remarks>
internal sealed class AlertCopy
{
    /// <summary>What an incident is taken to grow by while its lane holds it: about what a message has room
    /// for.</summary>
    private const int GrowthBytes = 4096;

    /// <summary>About what the objects take that it consists of besides its bytes: a queue of very short alerts is
    /// bounded too.</summary>
    private const int ObjectBytes = 512;

    private readonly CopyTally _tally;
    private MessageDeletions? _deletions;
    private bool _isRetired;
    private bool _isAside;
    private TimeSpan? _foldsUntil;

    public AlertCopy(AlertAccount account, OutcomeCounters route, RenderedAlert alert, long refused)
        : this(account, route, new CopyTally(route, account.Origin.Level, alert, account.Origin.RaisedAt, refused))
    {
    }

    private AlertCopy(AlertAccount account, OutcomeCounters route, CopyTally tally)
    {
        Account = account;
        Route = route;
        Bytes = tally.Alert.Bytes + ObjectBytes + (account.IsIncident ? GrowthBytes : 0);
        _tally = tally;
    }

    public AlertAccount Account { get; }

    public OutcomeCounters Route { get; }

    /// <summary>The alert's bytes. An incident's change as it goes on.</summary>
    public RenderedAlert Alert => _tally.Alert;

    /// <summary>What it counts for where bytes are bounded; it does not change while it is counted.</summary>
    public long Bytes { get; }

    /// <summary>What a message of its route carries besides alerts. Only copies of one frame share a message.</summary>
    public MessageFrame Frame { get; set; } = MessageFrame.None;

    /// <summary>The lane that it is for: what the copies for one webhook have in common. Read under the account's
    /// gate.</summary>
    public DeliveryLane? Lane { get; set; }

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

    /// <summary>Until when repeats are folded in, by the lane's clock.</summary>
    public TimeSpan FoldsUntil => _foldsUntil ?? QueuedAt + FoldFor;

    /// <summary>Whether no other alert may be in its message: an incident grows.</summary>
    public bool GoesAlone => IsAlone || Account.IsIncident;

    /// <summary>Called when a message on display has something to show again.</summary>
    public Action? Changed { get; set; }

    /// <summary>Gives it to its lane again, when its message is gone and it has something to show. Called without the
    /// account's gate.</summary>
    public Action<AlertCopy>? Requeue { get; set; }

    /// <summary>Whether its account waits for it. Read by the account only.</summary>
    public bool IsOpen { get; private set; } = true;

    /// <summary>Whether its account waits for it no more.</summary>
    public bool HasEnded
    {
        get
        {
            lock (Account.Gate)
            {
                return !IsOpen;
            }
        }
    }

    /// <summary>Whether its channel shows it, or is still to. Read by the account only.</summary>
    public bool IsToldThere => IsOpen || _tally.IsConfirmed;

    /// <summary>Whether it takes repeats and news. Read by the account only.</summary>
    public bool TakesMore => IsOpen && !_isRetired;

    /// <summary>How many repeats and news a confirmed message shows. Read by the account only.</summary>
    public long ShownRepeats => _tally.ShownRepeats;

    /// <summary>Whether it has something that no confirmed message shows: repeats, news of its incident, refusals.
    /// </summary>
    public bool HasUnshown
    {
        get
        {
            lock (Account.Gate)
            {
                return IsOpen && _tally.IsUnshown;
            }
        }
    }

    /// <summary>Whether its message may come to show more.</summary>
    public bool MayChange
    {
        get
        {
            lock (Account.Gate)
            {
                return IsOpen
                    && (_tally.IsUnshown
                        || Account.IsOngoing
                        || (FoldFor > TimeSpan.Zero && TakesMore && Account.TakesRepeats));
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
                return IsOpen && _tally.Owes;
            }
        }
    }

    /// <summary>How many of itself, its repeats and its news are not accounted for.</summary>
    public long Pending
    {
        get
        {
            lock (Account.Gate)
            {
                return IsOpen ? _tally.Pending : 0;
            }
        }
    }

    /// <summary>What a request that is built now shows.</summary>
    public ShownAlert Show()
    {
        lock (Account.Gate)
        {
            return _tally.Show();
        }
    }

    /// <summary>Asks that what is there now be shown before a flush ends.</summary>
    public void AskToShow()
    {
        lock (Account.Gate)
        {
            _tally.Owe();
        }
    }

    /// <summary>Begins to wait anew, for a message that shows what another does not.</summary>
    public void WaitAgain(TimeSpan now)
    {
        _foldsUntil ??= FoldsUntil;
        QueuedAt = now;
    }

    /// <summary>Learns that its message was deleted.</summary>
    /// <returns>Whether it may be posted again: not without end against somebody's will.</returns>
    public bool MayReturn(TimeSpan now, TimeSpan window) => (_deletions ??= new()).Add(now, window);

    /// <summary>Keeps an ongoing incident that shows all there is, but whose message is not on display any more: what
    /// comes next is posted anew.</summary>
    /// <returns>Whether it is kept so.</returns>
    public bool TrySetAside()
    {
        lock (Account.Gate)
        {
            return _isAside = IsOpen && Account.IsOngoing && !_tally.IsUnshown;
        }
    }

    /// <summary>Takes nothing more; what it has is still to be shown.</summary>
    public void Retire()
    {
        lock (Account.Gate)
        {
            _isRetired = true;
        }
    }

    public void Fold(DateTimeOffset at, long refused)
    {
        var wasShown = _tally.IsShown;
        _tally.Fold(at, refused);
        Announce(wasShown);
    }

    /// <summary>Counts a piece of an incident's news, which the next revision shows.</summary>
    public void Hear(DateTimeOffset at, long refused)
    {
        var wasShown = _tally.IsShown;
        _tally.Hear(at, refused);
        Announce(wasShown);
    }

    /// <summary>Counts calls that are no repeats: they were turned away, which its message tells.</summary>
    public void Miss(DateTimeOffset at, long calls)
    {
        var wasShown = _tally.IsShown;
        _tally.Miss(at, calls);
        Announce(wasShown);
    }

    /// <summary>Shows an incident as it stands now.</summary>
    public void Revise(RenderedAlert alert)
    {
        var wasShown = _tally.IsShown;
        _tally.Revise(alert);
        if (wasShown)
        {
            Changed?.Invoke();
        }
    }

    public void Confirm(in ShownAlert shown) => _tally.Confirm(shown);

    /// <summary>Whether it has to be given to its lane again; from now on it is.</summary>
    public bool TakeReturn()
    {
        var returns = _isAside && IsOpen && _tally.IsUnshown;
        _isAside &= !returns;
        return returns;
    }

    /// <summary>Goes on without its file, which Discord refuses.</summary>
    public void LetGoOfTrace()
    {
        lock (Account.Gate)
        {
            _tally.LetGoOfTrace();
        }
    }

    public CopyLoss Close(DropReason reason)
    {
        IsOpen = false;
        return _tally.Drop(reason);
    }

    /// <summary>The same alert on its way to another route, with all that has been counted.</summary>
    public AlertCopy MoveTo(LaneRoute route)
        => new(Account, route.Route, _tally.MoveTo(route.Route))
        {
            FoldFor = FoldFor,
            Frame = route.Frame,
            Lane = route.Lane,
            IsAlone = IsAlone,
            MayBeRepeated = MayBeRepeated,
        };

    /// <summary>Goes to another webhook of its own route.</summary>
    public void TurnTo(LaneRoute route)
    {
        // A content that was made for a shorter head has no room for a longer one: it calls nobody new.
        Frame = Alert.IsEmbed ? route.Frame : route.Frame.InRoomOf(Frame, Level);
        Lane = route.Lane;
    }

    private void Announce(bool wasShown)
    {
        if (wasShown && _tally.IsUnshown)
        {
            Changed?.Invoke();
        }
    }
}
