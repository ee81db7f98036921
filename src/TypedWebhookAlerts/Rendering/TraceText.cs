namespace TypedWebhookAlerts.Rendering;

/// <summary>A stack trace as far as it was looked at, without what is not to leave: all of it, or its begin and its
/// end.
/// </summary>
/// <param name="First">All of it, or its begin.</param>
/// <param name="Last">Its end, from the begin of a line on; empty where <paramref name="First"/> is all, and where the
/// end is no line of its own.</param>
/// <param name="IsWhole">Whether nothing is missing between them.</param>
internal readonly record struct TraceText(ReadOnlyMemory<char> First, ReadOnlyMemory<char> Last, bool IsWhole);
