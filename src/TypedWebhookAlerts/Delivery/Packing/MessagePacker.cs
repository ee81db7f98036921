namespace TypedWebhookAlerts.Delivery;

/// <summary>
/// Takes as many alerts from the head of a queue as one message holds, with room for every counter. As each limit that
/// holds for some alerts holds for fewer, no other way to part the queue in its order needs fewer messages.
/// </summary>
/// <param name="maxContent">The most code points that the alerts of a message's content take.</param>
internal sealed class MessagePacker(int maxContent)
{
    /// <summary>Takes the alerts of the next message. Their order is the queue's: none is passed over.</summary>
    public List<AlertCopy> Take(LaneQueue queue)
    {
        var message = new MessageRoom(maxContent);
        while (queue.TryPeek(out var next) && message.TryAdd(next))
        {
            queue.Remove(next);
        }

        return message.Copies;
    }
}
