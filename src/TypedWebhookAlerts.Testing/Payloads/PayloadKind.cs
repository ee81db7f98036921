namespace TypedWebhookAlerts.Testing.Payloads;

/// <summary>Which of the two payloads a body is.</summary>
internal enum PayloadKind
{
    /// <summary>Discord's schema IncomingWebhookRequestPartial.</summary>
    Execute,

    /// <summary>Discord's schema IncomingWebhookUpdateRequestPartial.</summary>
    Edit,
}
