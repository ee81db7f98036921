namespace TypedWebhookAlerts.Testing.Payloads;

/// <summary>The flags that a webhook may set; Discord ignores others.</summary>
[Flags]
internal enum MessageFlags
{
    None = 0,
    SuppressEmbeds = 1 << 2,
    SuppressNotifications = 1 << 12,

    /// <summary>Turns the message into components, which the simulator does not model.</summary>
    ComponentsV2 = 1 << 15,
}
