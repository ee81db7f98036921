using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.Rendering;

/// <summary>What a formatter must know before the first word of an alert.</summary>
/// <param name="Level">The level the alert has now; it may be configured.</param>
/// <param name="Color">The declared colour as 0xRRGGBB, or -1 for the level's.</param>
/// <param name="RaisedAt">When the alert was raised.</param>
/// <param name="IsIncident">Whether it goes on, for which its message needs room.</param>
/// <param name="TraceId">The id of the trace that it was raised in, 32 hexadecimal digits; null for none.</param>
internal readonly record struct AlertHeading(
    LogLevel Level, int Color, DateTimeOffset RaisedAt, bool IsIncident = false, string? TraceId = null);
