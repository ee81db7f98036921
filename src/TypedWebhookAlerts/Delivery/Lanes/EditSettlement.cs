using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Delivery;

/// <summary>Accounts for what an edit of a message on display shows, by its answer.</summary>
internal sealed class EditSettlement(LaneBacklog backlog, LaneClock clock)
{
    /// <summary>Deletions of an alert's message are counted over its window, and over no less than this.</summary>
    private static readonly TimeSpan s_leastPatience = TimeSpan.FromMinutes(5);

    /// <summary>Settles an edit.</summary>
    /// <param name="message">The message that was edited.</param>
    /// <param name="shown">What it was to show of each alert in it.</param>
    /// <param name="response">The answer.</param>
    public void Settle(LiveMessage message, ShownAlert[] shown, WebhookResponse response)
    {
        lock (backlog.Gate)
        {
            message.Edited(
                clock.Now,
                isConfirmed: response.Kind == ResponseKind.Confirmed,
                isFailure: response.Kind is ResponseKind.Transient or ResponseKind.Unconfirmed);
            switch (response.Kind)
            {
                case ResponseKind.Confirmed:
                    AlertAccount.Confirm(message.Copies, shown);
                    break;
                case ResponseKind.MessageGone:
                    backlog.Live.Remove(message);
                    PostAnew(message.Copies, wasDeleted: response.Code != DiscordCodes.TooManyOldEdits);
                    break;
                case ResponseKind.Rejected:
                case ResponseKind.Transient or ResponseKind.Unconfirmed when message.HasFailed:
                    // A post has more patience than an edit, and others to turn to.
                    backlog.Live.Remove(message);
                    backlog.Display.Evict(message.Copies);
                    break;
            }
        }
    }

    /// <summary>Posts again what a message that is gone, or too old, does not show; it goes on there.</summary>
    private void PostAnew(IReadOnlyList<AlertCopy> copies, bool wasDeleted)
    {
        var window = copies[0].FoldFor > s_leastPatience ? copies[0].FoldFor : s_leastPatience;
        var now = clock.Now;
        if (wasDeleted && copies.Any(copy => !copy.MayReturn(now, window)))
        {
            backlog.Exits.Close(copies, DropReason.MessageGone);
            return;
        }

        backlog.Display.QueueUnshown(copies);
    }
}
