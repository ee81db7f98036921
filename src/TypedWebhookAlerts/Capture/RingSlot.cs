namespace TypedWebhookAlerts.Capture;

/// <summary>Holds an object beside the ring's bytes. A struct, so that writing one checks no array
/// covariance.</summary>
internal struct RingSlot
{
    public object? Value;
}
