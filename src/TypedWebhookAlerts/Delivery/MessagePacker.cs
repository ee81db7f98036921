using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Delivery;

/// <summary>Takes as many alerts from the head of a queue as one message holds, with room for every counter.</summary>
internal sealed class MessagePacker(int maxContent)
{
    /// <summary>Takes the alerts of the next message. Their order is the queue's: none is passed over.</summary>
    public List<AlertCopy> Take(LaneQueue queue)
    {
        var message = new List<AlertCopy>(DiscordLimits.Embeds);
        var codePoints = 0;
        while (queue.TryPeek(out var next) && Fits(next, message, codePoints))
        {
            codePoints += Cost(next, message.Count);
            queue.Remove(next);
            message.Add(next);
        }

        return message;
    }

    private bool Fits(AlertCopy next, List<AlertCopy> message, int codePoints)
    {
        if (message.Count == 0)
        {
            return true;
        }

        var limit = next.Alert.IsEmbed ? DiscordLimits.EmbedTotal : maxContent;
        return message.Count < DiscordLimits.Embeds
            && !next.GoesAlone
            && !message[0].GoesAlone
            && codePoints + Cost(next, message.Count) <= limit;
    }

    private static int Cost(AlertCopy copy, int index)
        => copy.Alert.ReservedCodePoints + (copy.Alert.IsEmbed || index == 0 ? 0 : DiscordPayload.JoinCodePoints);
}
