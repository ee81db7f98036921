using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Delivery;

/// <summary>What a copy stands for, and how much of that a confirmed message shows.</summary>
/// <remarks>Not thread-safe: the account's gate guards it.</remarks>
/// <param name="raisedAt">When the alert was raised.</param>
/// <param name="refused">The calls refused before it, to be told.</param>
internal sealed class CopyTally(DateTimeOffset raisedAt, long refused)
{
    private long _repeats;
    private long _news;
    private long _refused = refused;
    private DateTimeOffset _last = raisedAt;
    private long _shownRefused;
    private int _shownRevision;
    private long _owedRepeats;
    private int _owedRevision;

    /// <summary>Whether Discord has a message with it.</summary>
    public bool IsConfirmed { get; private set; }

    /// <summary>How many repeats and news a confirmed message shows.</summary>
    public long ShownRepeats { get; private set; }

    /// <summary>How many of the alert itself, its repeats and its news no confirmed message shows.</summary>
    public long Pending => (IsConfirmed ? 0 : 1) + _repeats + _news - ShownRepeats;

    /// <summary>Whether what was asked for is not shown yet.</summary>
    public bool Owes => !IsConfirmed || _owedRepeats > ShownRepeats || _owedRevision > _shownRevision;

    /// <summary>What its channel does not show.</summary>
    public CopyLoss Loss => new(Pending, _refused - _shownRefused, _last);

    /// <summary>Whether it has something that no confirmed message shows: repeats, news, refusals.</summary>
    public bool IsUnshown(RenderedAlert alert)
        => _repeats + alert.News > ShownRepeats || alert.Revision > _shownRevision || _refused > _shownRefused;

    /// <summary>What a request that is built now shows.</summary>
    public ShownAlert Show(RenderedAlert alert) => new(alert, new AlertCounter(_repeats + 1, _last, _refused));

    /// <summary>Asks for what is there now.</summary>
    public void Owe(RenderedAlert alert)
    {
        _owedRepeats = _repeats + alert.News;
        _owedRevision = alert.Revision;
    }

    /// <summary>Counts a piece of an incident's news.</summary>
    public void Hear() => _news++;

    /// <summary>Counts repeats and refused calls.</summary>
    public void Count(long repeats, long refused, DateTimeOffset at)
    {
        _repeats += repeats;
        _refused += refused;
        _last = repeats > 0 || refused > 0 ? at : _last;
    }

    /// <summary>Discord has a message that shows this.</summary>
    /// <returns>How many more repeats and news are shown now.</returns>
    public long Confirm(in ShownAlert shown)
    {
        var repeats = shown.Counter.Count - 1 + shown.Alert.News;
        var more = repeats - ShownRepeats;
        IsConfirmed = true;
        ShownRepeats = repeats;
        _shownRevision = shown.Alert.Revision;
        _shownRefused = shown.Counter.Refused;
        return more;
    }

    /// <summary>The same for a channel that shows none of it yet; refused calls are told once.</summary>
    public CopyTally Copy()
        => new(_last, _refused - _shownRefused) { _repeats = _repeats, _news = _news };
}
