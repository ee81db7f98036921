using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Delivery;

/// <summary>Finds the frame of a message by the alerts in it.</summary>
internal static class MessageFrames
{
    /// <summary>The frame of a message that shows these alerts, which share that of their route.</summary>
    public static MessageFrame Of(IReadOnlyList<AlertCopy> copies)
        => copies[0].Frame.Of(copies.Max(copy => copy.Level), copies.Any(copy => copy.MayBeRepeated));
}
