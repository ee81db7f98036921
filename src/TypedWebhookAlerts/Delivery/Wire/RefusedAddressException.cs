namespace TypedWebhookAlerts.Delivery;

/// <summary>A host's name leads to no address that may be dialled.</summary>
internal sealed class RefusedAddressException() : IOException("The name leads to no public address.");
