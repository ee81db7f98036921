using System.Globalization;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Delivery;

/// <summary>
/// Where a lane's messages go: to the webhook's channel, to the thread that its address names, or to the one that the
/// lane's first message opens. If that is deleted, the next message opens another.
/// </summary>
/// <remarks>Its lane writes; anyone may read the address.</remarks>
internal sealed class LaneThread
{
    private readonly WebhookUrl _first;
    private volatile WebhookUrl _url;

    public LaneThread(WebhookUrl url) => _first = _url = url;

    /// <summary>The webhook, in the thread that is open by now.</summary>
    public WebhookUrl Url => _url;

    private bool HasOpened => _url != _first;

    /// <summary>The body of a message as it is posted now: the first one opens the thread, where one is to
    /// be.</summary>
    public MessageBody Address(MessageBody body)
        => body.Opening.IsEmpty || HasOpened ? body with { Opening = default } : body.AsOpening();

    /// <summary>Learns from an answer where the thread is, and that it is gone.</summary>
    /// <param name="body">The message that was posted or edited, as it was before <see cref="Address"/>.</param>
    /// <param name="response">The answer.</param>
    /// <returns>What the answer means to the lane.</returns>
    public WebhookResponse Read(MessageBody body, WebhookResponse response)
    {
        if (response.Code == DiscordCodes.UnknownChannel && HasOpened)
        {
            _url = _first;
            return response with { Kind = ResponseKind.ThreadGone };
        }

        if (response.Kind == ResponseKind.Confirmed
            && !body.Opening.IsEmpty
            && !HasOpened
            && ulong.TryParse(response.ChannelId, NumberStyles.None, CultureInfo.InvariantCulture, out var thread))
        {
            _url = _first.InThread(thread);
        }

        return response;
    }
}
