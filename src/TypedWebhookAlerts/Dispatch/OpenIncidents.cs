using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Delivery;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>The incidents that are not over: what they are told, and when one that may pass unseen is shown.</summary>
/// <remarks>The pump's only, but for <see cref="Copies"/>, which the ledger reads.</remarks>
internal sealed class OpenIncidents(OutcomeCounters counters)
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
    /// <param name="level">The incident's level.</param>
    /// <param name="text">The caller's words.</param>
    /// <param name="at">When it was told.</param>
    /// <param name="refused">Calls refused before it, to be told.</param>
    public void Tell(IncidentMessage message, LogLevel level, AlertText text, DateTimeOffset at, long refused)
    {
        counters.Accept(level);
        if (message.Incident.Story is not { } story)
        {
            // The fallback file may have the incident, but it has no news of it.
            var call = message.Incident.Delivered;
            var reason = (call.IsCompletedSuccessfully ? call.Result.DropReason : null) ?? DropReason.NoRoute;
            counters.Drop(reason == DropReason.Fallback ? DropReason.NoRoute : reason, level, 1);
        }
        else if (story.Account.Hear(at, refused) is { } closedFor)
        {
            counters.Drop(closedFor, level, 1);
            Remove(story);
        }
        else
        {
            story.News++;
            Write(story, message.IsEnd, text, at);
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

    /// <summary>Has those that are hidden take the way that their routes lead after a reload. One whose route is not there
    /// any more is shown while its lane is.</summary>
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

    private void Write(IncidentStory story, bool isEnd, AlertText text, DateTimeOffset at)
    {
        // If it was said that the application stops, it did not.
        story.Text.GoOn();
        if (!isEnd)
        {
            story.Text.Add(_lines.Update(text, at, story.Text.LineLimit));
            MarkDirty(story);
            return;
        }

        story.Resolve();
        if (!story.IsResolved)
        {
            story.Text.Add(_lines.PartlyResolved(story.Resolved, story.Incidents, text, at, story.Text.LineLimit));
            MarkDirty(story);
            return;
        }

        End(story, text, at - story.OpenedAt);
    }

    private void End(IncidentStory story, AlertText text, TimeSpan elapsed)
    {
        Remove(story);
        if (story.IsHidden && elapsed <= story.OpenAfter)
        {
            _hidden.Remove(story);
            story.Drop(DropReason.Resolved);
            return;
        }

        story.Text.End(_lines.Resolved(ElapsedText.Of(elapsed), text, story.Text.IsEmbed, story.Text.LineLimit));
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
