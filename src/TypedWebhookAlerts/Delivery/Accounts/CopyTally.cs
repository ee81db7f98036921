using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Delivery;

/// <summary>What a copy stands for, and how much of that a confirmed message shows. Its route's counters are told of
/// it.</summary>
/// <remarks>Not thread-safe: the account's gate guards it.</remarks>
/// <param name="route">Its route's counters.</param>
/// <param name="level">The alert's.</param>
/// <param name="alert">The alert's bytes.</param>
/// <param name="raisedAt">When the alert was raised.</param>
/// <param name="refused">The calls refused before it, to be told.</param>
internal sealed class CopyTally(
    OutcomeCounters route, LogLevel level, RenderedAlert alert, DateTimeOffset raisedAt, long refused)
{
    private long _repeats;
    private long _news;
    private long _refused = refused;
    private DateTimeOffset _last = raisedAt;
    private long _shownRefused;
    private int _shownRevision;
    private long _owedRepeats;
    private int _owedRevision;
    private bool _hasNoTrace;

    /// <summary>The alert's bytes. An incident's change as it goes on.</summary>
    public RenderedAlert Alert { get; private set; } = alert;

    /// <summary>Whether Discord has a message with it.</summary>
    public bool IsConfirmed { get; private set; }

    /// <summary>How many repeats and news a confirmed message shows.</summary>
    public long ShownRepeats { get; private set; }

    /// <summary>How many of the alert itself, its repeats and its news no confirmed message shows.</summary>
    public long Pending => (IsConfirmed ? 0 : 1) + _repeats + _news - ShownRepeats;

    /// <summary>Whether what was asked for is not shown yet.</summary>
    public bool Owes => !IsConfirmed || _owedRepeats > ShownRepeats || _owedRevision > _shownRevision;

    /// <summary>Whether it has something that no confirmed message shows: repeats, news, refusals.</summary>
    public bool IsUnshown
        => _repeats + Alert.News > ShownRepeats || Alert.Revision > _shownRevision || _refused > _shownRefused;

    /// <summary>Whether a message shows all there is: what comes next is news to it.</summary>
    public bool IsShown => IsConfirmed && !IsUnshown;

    /// <summary>What a request that is built now shows.</summary>
    public ShownAlert Show() => new(Alert, new AlertCounter(_repeats + 1, _last, _refused));

    /// <summary>Asks for what is there now.</summary>
    public void Owe()
    {
        _owedRepeats = _repeats + Alert.News;
        _owedRevision = Alert.Revision;
    }

    /// <summary>Counts a repeat.</summary>
    public void Fold(DateTimeOffset at, long refused)
    {
        route.Accept(level);
        _repeats++;
        _refused += refused;
        _last = at;
    }

    /// <summary>Counts a piece of an incident's news, which the next revision shows.</summary>
    public void Hear(DateTimeOffset at, long refused)
    {
        route.Accept(level);
        _news++;
        Refuse(at, refused);
    }

    /// <summary>Counts calls that are no repeats, one of which was turned away here.</summary>
    public void Miss(DateTimeOffset at, long calls)
    {
        route.Accept(level);
        route.Drop(DropReason.QueueFull, level, 1);
        Refuse(at, calls);
    }

    /// <summary>Shows an incident as it stands now.</summary>
    public void Revise(RenderedAlert revised) => Alert = _hasNoTrace ? revised.WithoutTrace() : revised;

    /// <summary>Goes on without its file.</summary>
    public void LetGoOfTrace()
    {
        _hasNoTrace = true;
        Alert = Alert.WithoutTrace();
    }

    /// <summary>Discord has a message that shows this.</summary>
    public void Confirm(in ShownAlert shown)
    {
        if (!IsConfirmed)
        {
            route.Deliver(level);
        }

        var repeats = shown.Counter.Count - 1 + shown.Alert.News;
        route.Coalesce(level, repeats - ShownRepeats);
        IsConfirmed = true;
        ShownRepeats = repeats;
        _shownRevision = shown.Alert.Revision;
        _shownRefused = shown.Counter.Refused;

        // An edit leaves a message's files alone: they are not needed again.
        Alert = Alert.WithoutTrace();
    }

    /// <summary>Drops what its channel does not show.</summary>
    /// <returns>That.</returns>
    public CopyLoss Drop(DropReason reason)
    {
        var loss = new CopyLoss(Pending, _refused - _shownRefused, _last);
        route.Drop(reason, level, loss.Alerts);
        return loss;
    }

    /// <summary>The same for a channel that shows none of it yet; refused calls are told once.</summary>
    public CopyTally MoveTo(OutcomeCounters other)
    {
        var moved = new CopyTally(other, level, Alert, _last, _refused - _shownRefused)
        {
            _repeats = _repeats,
            _news = _news,
        };
        other.Accept(level, moved.Pending);
        return moved;
    }

    private void Refuse(DateTimeOffset at, long calls)
    {
        _refused += calls;
        _last = calls > 0 ? at : _last;
    }
}
