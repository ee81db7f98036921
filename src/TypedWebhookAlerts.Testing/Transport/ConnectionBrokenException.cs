namespace TypedWebhookAlerts.Testing.Transport;

/// <summary>Instead of an answer: the transport breaks the connection.</summary>
internal sealed class ConnectionBrokenException : Exception;
