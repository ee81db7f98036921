using TypedWebhookAlerts.Capture;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>An incident's end that found no room in the ring.</summary>
/// <param name="Message">Whose end it is.</param>
/// <param name="News">The alert that tells it.</param>
/// <param name="Text">The caller's words.</param>
/// <param name="Stamp">When it was told, if nobody had started the pipeline then; else 0.</param>
/// <param name="Ring">The ring that had no room.</param>
/// <param name="After">Up to where that was claimed: what stands before comes first.</param>
internal sealed record OwedEnd(
    IncidentMessage Message, AlertDescriptor News, string? Text, uint Stamp, AlertRingBuffer Ring, long After);
