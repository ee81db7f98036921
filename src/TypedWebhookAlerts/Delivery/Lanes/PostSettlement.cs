using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Delivery;

/// <summary>Accounts for the alerts of a message that was posted: by its answer, or by the defect that kept it from
/// one.</summary>
internal sealed class PostSettlement(LaneBacklog backlog, LaneClock clock)
{
    /// <summary>Settles a message by its answer.</summary>
    /// <param name="copies">What it was to show.</param>
    /// <param name="shown">As it was shown.</param>
    /// <param name="response">The answer.</param>
    /// <param name="isEnding">Whether nothing is repeated any more.</param>
    /// <returns>The alerts that Discord refuses; they are in flight until they are settled.</returns>
    public IReadOnlyList<AlertCopy> Settle(
        IReadOnlyList<AlertCopy> copies, ShownAlert[] shown, WebhookResponse response, bool isEnding)
    {
        lock (backlog.Gate)
        {
            backlog.InFlight = [];
            switch (response.Kind)
            {
                case ResponseKind.Confirmed:
                    AlertAccount.Confirm(copies, shown);
                    Keep(copies, response.Id);
                    break;
                case ResponseKind.FilesRefused:
                    LetGoOfFiles(copies);
                    backlog.PutBack(copies);
                    break;
                case ResponseKind.Rejected or ResponseKind.MessageGone:
                    return backlog.InFlight = PartRefused(copies, response.RefusedEmbeds);
                case ResponseKind.Unconfirmed:
                    backlog.PutBack(SettleUnconfirmed(copies, isEnding));
                    break;
                default:
                    Mark(response.MayHaveArrived ? copies : []);
                    backlog.PutBack(copies);
                    break;
            }

            return [];
        }
    }

    /// <summary>Gives back what was in flight when the lane failed: in parts, so that in the end the one is alone that
    /// it fails of.</summary>
    /// <returns>An alert that it has failed of alone; it is in flight until it is settled.</returns>
    public IReadOnlyList<AlertCopy> Recover()
    {
        lock (backlog.Gate)
        {
            var copies = backlog.InFlight;
            if (copies is [{ Half: not null }])
            {
                return copies;
            }

            backlog.InFlight = [];
            Halve(copies);
            return [];
        }
    }

    private void Keep(IReadOnlyList<AlertCopy> copies, string? messageId)
    {
        if (!copies.Any(copy => copy.MayChange))
        {
            backlog.Exits.Close(copies, DropReason.MessageGone);
        }
        else if (messageId is null)
        {
            backlog.Display.Evict(copies);
        }
        else
        {
            backlog.Display.Add(new LiveMessage(messageId, copies, clock.Now));
        }
    }

    private static void LetGoOfFiles(IReadOnlyList<AlertCopy> copies)
    {
        foreach (var copy in copies)
        {
            copy.LetGoOfTrace();
        }
    }

    /// <summary>Parts a message that Discord refused: the alerts that it named from the others, which go on together;
    /// or if it named none, one half from the other.</summary>
    /// <returns>The refused alerts.</returns>
    private IReadOnlyList<AlertCopy> PartRefused(IReadOnlyList<AlertCopy> copies, IReadOnlyList<int> named)
    {
        if (copies.Count == 1)
        {
            return copies;
        }

        // An index counts embeds; contents have none.
        var embeds = copies.Where(copy => copy.Alert.IsEmbed).ToList();
        var refused = named.Where(index => index < embeds.Count).Select(index => embeds[index]).Distinct().ToList();
        if (refused.Count == 0)
        {
            Halve(copies);
        }
        else
        {
            backlog.PutBack([.. copies.Except(refused)]);
        }

        return refused;
    }

    private void Halve(IReadOnlyList<AlertCopy> copies)
    {
        var halves = (First: new object(), Second: new object());
        for (var i = 0; i < copies.Count; i++)
        {
            copies[i].Half = i < (copies.Count + 1) / 2 ? halves.First : halves.Second;
        }

        backlog.PutBack(copies);
    }

    /// <summary>Settles a request of which nobody knows whether it counted.</summary>
    /// <returns>What is rather told twice than never.</returns>
    private List<AlertCopy> SettleUnconfirmed(IReadOnlyList<AlertCopy> copies, bool isEnding)
    {
        var repeated = copies.Where(copy => copy.Level == LogLevel.Critical && !isEnding).ToList();
        Mark(repeated);
        backlog.Exits.Close([.. copies.Except(repeated)], DropReason.Unconfirmed);
        return repeated;
    }

    private static void Mark(IReadOnlyList<AlertCopy> repeated)
    {
        foreach (var copy in repeated)
        {
            copy.MayBeRepeated = true;
        }
    }
}
