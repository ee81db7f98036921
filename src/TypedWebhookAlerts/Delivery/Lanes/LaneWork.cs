using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Delivery;

/// <summary>Takes a lane's steps: asks, posts, edits and tells, and draws the conclusions from the answers.</summary>
internal sealed class LaneWork(LaneParts parts)
{
    private static readonly TimeSpan s_identifyAgain = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_identifyAgainAtLast = TimeSpan.FromHours(1);

    private readonly LaneOutage _outage = new(parts.Name, parts.Log);

    public Task TakeAsync(LaneStep step)
    {
        switch (step)
        {
            case LaneStep.Wait wait:
                return parts.Clock.WaitAsync(wait.For);
            case LaneStep.Post post:
                return PostAsync(post.Copies, post.Criticals, post.Waited);
            case LaneStep.Edit edit:
                return EditAsync(edit.Message);
            case LaneStep.Tell:
                return TellAsync();
            case LaneStep.Identify:
                return IdentifyAsync();
            case LaneStep.Move move:
                parts.Departures.Move(move.Copies);
                return Task.CompletedTask;
            case LaneStep.HandOver handOver:
                parts.Departures.HandOver(handOver.Copies);
                return Task.CompletedTask;
            case LaneStep.Retire:
                parts.Backlog.Retirement.Heir?.TakeWords(parts.Backlog.Words);
                return Task.CompletedTask;
            case LaneStep.GiveUp giveUp:
                parts.Departures.GiveUp(giveUp.Copies, giveUp.Reason);
                return Task.CompletedTask;
            default:
                throw new InvalidOperationException();
        }
    }

    private async Task IdentifyAsync()
    {
        var response = await parts.Sender.IdentifyAsync(() => parts.Backlog.IsCriticalWaiting).ConfigureAwait(false);
        var now = parts.Clock.Now;
        parts.Planner.IdentifyAt = response.Kind == ResponseKind.Confirmed ? null : now + PauseAfter(response);
        switch (response.Kind)
        {
            case ResponseKind.Confirmed when parts.Health.IsDead:
                parts.Health.Revive();
                parts.Log.WebhookIsBack(parts.Name);
                break;
            case ResponseKind.Postponed when parts.Health.IsDead:
                parts.Health.ProbeAgain(now + s_identifyAgain);
                break;
            case ResponseKind.Dead:
            case not ResponseKind.Confirmed when parts.Health.IsDead:
                Bury(response);
                break;
        }

        if (response.Kind != ResponseKind.Postponed)
        {
            parts.Checks.Answer(response);
        }
    }

    /// <summary>A relay that knows no questions will not learn them soon.</summary>
    private static TimeSpan PauseAfter(WebhookResponse response)
        => response is { Status: 404 or 405, Code: 0 } ? s_identifyAgainAtLast
            : response.RetryAfter is { } asked && asked > s_identifyAgain
            ? (asked < s_identifyAgainAtLast ? asked : s_identifyAgainAtLast)
            : s_identifyAgain;

    private async Task PostAsync(IReadOnlyList<AlertCopy> copies, long criticals, TimeSpan waited)
    {
        WindowWaits.Record(new RequestSubject(copies, static () => []), waited);
        var shown = copies.Select(copy => copy.Show()).ToArray();
        var isCritical = copies.Any(copy => copy.Level == LogLevel.Critical);
        var payload = Compose(shown, MessageFrames.Of(copies));
        var response = await parts.Sender.PostAsync(payload, copies, isCritical, IsOvertaken).ConfigureAwait(false);
        var refused = parts.Posts.Settle(copies, shown, response, parts.Stopping.IsCancellationRequested);
        Heed(response, copies.Count, IsOvertaken());
        if (refused.Count > 0)
        {
            parts.Log.AlertRejected(parts.Name, response.Status, response.Code, refused.Count);
            parts.Departures.Refuse(refused, DropReason.Rejected);
        }

        // Another Critical than those of the message: they go together, and neither waits for the other.
        bool IsOvertaken() => isCritical ? parts.Backlog.Criticals != criticals : parts.Backlog.IsCriticalWaiting;
    }

    private async Task EditAsync(LiveMessage message)
    {
        var shown = message.Copies.Select(copy => copy.Show()).ToArray();
        var payload = DiscordPayload.CreateEdit(shown, MessageFrames.Of(message.Copies));
        var response = await parts.Sender.EditAsync(message.Id, payload, message.Copies).ConfigureAwait(false);
        parts.Edits.Settle(message, shown, response);
        if (response.Kind == ResponseKind.Dead)
        {
            Bury(response);
        }
    }

    private async Task TellAsync()
    {
        var (notice, losses) = parts.Backlog.Words.Take();
        parts.Planner.ToldAt = notice is null ? parts.Clock.Now : parts.Planner.ToldAt;
        var note = notice ?? parts.Notes.Tell(losses);
        var shown = new ShownAlert(note, new AlertCounter(1, default, 0));
        var response = await parts.Sender
            .PostAsync(Compose([shown], FrameOfNotes()), [], isCritical: false, () => parts.Backlog.IsCriticalWaiting)
            .ConfigureAwait(false);
        if (response.Kind is not (ResponseKind.Confirmed or ResponseKind.Rejected))
        {
            parts.Backlog.Words.PutBack(notice, losses);
        }

        Heed(response, alerts: 0, parts.Backlog.IsCriticalWaiting);
    }

    /// <summary>What the library's own messages carry: what their route says by now, if one leads here.</summary>
    private MessageFrame FrameOfNotes()
        => (parts.Chain.FrameOf(parts.Lane) ?? parts.Frame).Of(LogLevel.Trace, isPossiblyRepeated: false);

    private MessageBody Compose(ReadOnlySpan<ShownAlert> shown, MessageFrame frame)
    {
        try
        {
            return DiscordPayload.Create(shown, frame);
        }
        catch
        {
            parts.Windows.GiveBack(RequestKind.Post, parts.Clock.Now);
            throw;
        }
    }

    /// <summary>Draws the conclusions from a post's answer that concern the whole lane. Without the backlog's lock: a
    /// logger is the user's code, and may read the ledger.</summary>
    private void Heed(WebhookResponse response, int alerts, bool isOvertaken)
    {
        parts.Log.Tell(parts.Name, response);
        _outage.Heed(response, alerts);
        if (response.Kind == ResponseKind.Dead)
        {
            Bury(response);
        }
        else if (response.Kind == ResponseKind.Transient && !isOvertaken)
        {
            parts.Health.Hold(parts.Clock.Now, isFirst: response.MayHaveArrived);
        }
    }

    private void Bury(WebhookResponse response)
    {
        if (parts.Health.Die(response, parts.Clock.Now))
        {
            if (DiscordCodes.IsRouting(response.Code))
            {
                parts.Log.TellRouting(parts.Name, response.Code);
            }
            else
            {
                parts.Log.WebhookIsDead(parts.Name, response.Status, response.Code);
            }

            var note = parts.Notes.TellOfDeath(parts.Chain.RoutesOf(parts.Lane), response.Reason);
            parts.Chain.TellElsewhere(parts.Lane, note);
        }
    }
}
