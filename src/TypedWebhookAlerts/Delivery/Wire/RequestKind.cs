namespace TypedWebhookAlerts.Delivery;

/// <summary>The requests of a lane, each with a bucket of its own at Discord.</summary>
internal enum RequestKind
{
    Get,
    Post,
    Patch,
}
