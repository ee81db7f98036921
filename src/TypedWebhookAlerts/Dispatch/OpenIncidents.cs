using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Delivery;
using TypedWebhookAlerts.Privacy;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>The incidents that are not over: what they are told, and when one that may pass unseen is shown.</summary>
/// <remarks>The pump's only, but for <see cref="Copies"/>, which the ledger reads.</remarks>
/// <param name="counters">Counts what is told.</param>
/// <param name="writer">Takes to the fallback file what is told of an incident that is there.</param>
internal sealed class OpenIncidents(OutcomeCounters counters, FallbackWriter writer)
{
    /// <summary>So many are remembered; beyond them the oldest is shown and goes on, but a stop says nothing of it.
    /// </summary>
    private const int Capacity = 1024;

    private readonly Lock _gate = new();
    private readonly LinkedList<IncidentStory> _open = new();
    private readonly List<IncidentStory> _hidden = [];
    private readonly List<IncidentStory> _dirty = [];
    private readonly IncidentLineWriter _lines = new();
    private readonly Utf8Buffer _buffer = new();

    /// <summary>Takes out of callers' words what is not to leave.</summary>
    public TextRedactor Redactor
    {
        set => _lines.Redactor = value;
    }

    /// <summary>When the next hidden one is shown, by the pump's clock.</summary>
    public TimeSpan NextDue => _hidden.Count == 0 ? TimeSpan.MaxValue : _hidden.Min(story => story.ShowAt);

    /// <summary>What the lanes may not hold: those that are hidden, and those that are set aside.</summary>
    public IReadOnlyList<AlertCopy> Copies()
    {
        lock (_gate)
        {
            return [.. _open.Concat(_dirty).SelectMany(story => story.Account.OpenCopies())];
        }
    }

    /// <summary>Begins to tell of an incident: at once, or when it has lasted long enough.</summary>
    public void Open(IncidentStory story)
    {
        if (_open.Count == Capacity)
        {
            Forget(_open.First!.Value);
        }

        lock (_gate)
        {
            story.Place = _open.AddLast(story);
        }

        if (story.IsHidden)
        {
            _hidden.Add(story);
        }
        else
        {
            story.Show();
        }
    }

    /// <summary>Takes what an incident is told.</summary>
    /// <param name="message">Whose it is.</param>
    /// <param name="level">The alert's level by now.</param>
    /// <param name="text">The caller's words.</param>
    /// <param name="moment">When it was told.</param>
    /// <param name="refused">Calls refused before it, to be told.</param>
    public void Tell(IncidentMessage message, LogLevel level, AlertText text, in AlertMoment moment, long refused)
    {
        if (message.Incident.Story is not { } story)
        {
            counters.Accept(level);

            // The fallback file may have the incident, but it has no news of it.
            var call = message.Incident.Delivered;
            var reason = (call.IsCompletedSuccessfully ? call.Result.DropReason : null) ?? DropReason.NoRoute;
            counters.Drop(reason == DropReason.Fallback ? DropReason.NoRoute : reason, level, 1);
            return;
        }

        // By the level that it began with, by which it is accounted for: a reload may have changed it since.
        counters.Accept(story.Account.Origin.Level);
        if (story.Account.Hear(moment.At, refused) is { } closedFor)
        {
            Remove(story);
            Keep(story, message.IsEnd, text, moment, closedFor);
        }
        else
        {
            story.News++;
            Write(story, message.IsEnd, text, moment);
        }
    }

    /// <summary>Puts together what was told in a run of calls: however often a caller tells, it is done once.</summary>
    public void EndRun()
    {
        foreach (var story in _dirty)
        {
            story.Account.Revise(story.Text.Compose(_buffer, story.IsResolved, story.News), story.IsResolved);
            story.IsDirty = false;
        }

        if (_dirty.Count > 0)
        {
            lock (_gate)
            {
                _dirty.Clear();
            }
        }
    }

    /// <summary>Shows those that have lasted long enough.</summary>
    public void ShowDue(TimeSpan now)
    {
        foreach (var story in _hidden.Where(story => story.ShowAt <= now).ToList())
        {
            Show(story);
        }
    }

    /// <summary>Has those that are hidden take the way that their routes lead after a reload. One whose route is not
    /// there any more is shown while its lane is.</summary>
    public void Turn(RouteTable table)
    {
        foreach (var story in _hidden.Where(story => !story.TryTurn(table)).ToList())
        {
            Show(story);
        }
    }

    /// <summary>Says of all that are open that the application stops.</summary>
    public void Stop(DateTimeOffset at)
    {
        foreach (var story in _open)
        {
            story.Text.End(_lines.Unresolved(at, story.Text.LineLimit));
            MarkDirty(story);
        }

        EndRun();
        ShowDue(TimeSpan.MaxValue);
    }

    /// <summary>Accounts for what is told of an incident that no message shows any more. If that is in the file, so is
    /// this: the incident as it stands now.</summary>
    private void Keep(IncidentStory story, bool isEnd, AlertText text, in AlertMoment moment, DropReason closedFor)
    {
        if (closedFor != DropReason.Fallback || !writer.HasRoom)
        {
            counters.Drop(
                closedFor == DropReason.Fallback ? DropReason.NoRoute : closedFor, story.Account.Origin.Level, 1);
            return;
        }

        AddLine(story, isEnd, text, moment);
        var alert = story.Text.Compose(_buffer, story.IsResolved, news: 1);
        writer.Add(story.Account.Origin, story.RouteName, "IncidentInFile", alert, tracker: null);
    }

    private void Write(IncidentStory story, bool isEnd, AlertText text, in AlertMoment moment)
    {
        if (isEnd && story.IsLastEnd)
        {
            End(story, text, moment);
            return;
        }

        AddLine(story, isEnd, text, moment);
        MarkDirty(story);
    }

    /// <summary>Adds a line to an incident's text: how it goes, or the end of one of several, or of all.</summary>
    private void AddLine(IncidentStory story, bool isEnd, AlertText text, in AlertMoment moment)
    {
        // If it was said that the application stops, it did not.
        var (lines, limit) = (story.Text, story.Text.LineLimit);
        lines.GoOn();
        if (!isEnd)
        {
            lines.Add(_lines.Update(text, moment.At, limit));
            return;
        }

        story.Resolve();
        if (story.IsResolved)
        {
            var elapsed = ElapsedText.Of(moment.Raised - story.Opened);
            lines.End(_lines.Resolved(elapsed, text, lines.IsEmbed, limit));
        }
        else
        {
            lines.Add(_lines.PartlyResolved(story.Resolved, story.Incidents, text, moment.At, limit));
        }
    }

    private void End(IncidentStory story, AlertText text, in AlertMoment moment)
    {
        Remove(story);
        if (story.IsHidden && moment.Raised - story.Opened <= story.OpenAfter)
        {
            story.Resolve();
            _hidden.Remove(story);
            story.Drop(DropReason.Resolved);
            return;
        }

        AddLine(story, isEnd: true, text, moment);
        MarkDirty(story);
        if (story.IsHidden)
        {
            // It lasted long enough, and the pump was late.
            Show(story);
        }
    }

    private void Show(IncidentStory story)
    {
        _hidden.Remove(story);
        story.Show();
    }

    private void Forget(IncidentStory oldest)
    {
        Remove(oldest);
        if (oldest.IsHidden)
        {
            Show(oldest);
        }
    }

    private void Remove(IncidentStory story)
    {
        lock (_gate)
        {
            if (story.Place is { } place)
            {
                _open.Remove(place);
                story.Place = null;
            }
        }
    }

    private void MarkDirty(IncidentStory story)
    {
        if (!story.IsDirty)
        {
            story.IsDirty = true;
            lock (_gate)
            {
                _dirty.Add(story);
            }
        }
    }
}
