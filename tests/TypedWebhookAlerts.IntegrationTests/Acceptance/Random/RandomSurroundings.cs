namespace TypedWebhookAlerts.IntegrationTests.Acceptance.Random;

/// <summary>Where a random story takes place.</summary>
/// <param name="RoundTrip">In milliseconds.</param>
/// <param name="SharesChannel">Whether both webhooks are of one channel.</param>
/// <param name="HasFile">Whether there is a fallback file.</param>
/// <param name="HasFallback">Whether one route's alerts may take the other.</param>
/// <param name="ChannelLimit">What the hidden window really is.</param>
/// <param name="Fold">For how many seconds equal alerts are folded.</param>
/// <param name="IsFlushed">Whether the pipeline is flushed before it is disposed.</param>
internal sealed record RandomSurroundings(
    int RoundTrip, bool SharesChannel, bool HasFile, bool HasFallback, int ChannelLimit, int Fold, bool IsFlushed);
