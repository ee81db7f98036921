namespace TypedWebhookAlerts.Rendering;

/// <summary>What of the options a formatter reads, once, when it is made.</summary>
/// <param name="MaxMessageLength">The most code points of a content and of each description.</param>
/// <param name="IncludeTimestamps">Whether an alert shows when it was raised.</param>
/// <param name="IncludeStackTraces">Whether an exception shows its stack trace.</param>
/// <param name="BotInfo">What every footer ends with, such as <c>StatsBot 1.2.0 · host</c>; null for nothing.</param>
internal sealed record RenderingOptions(
    int MaxMessageLength = 2000, bool IncludeTimestamps = true, bool IncludeStackTraces = true, string? BotInfo = null);
