namespace TypedWebhookAlerts.Privacy;

/// <summary>Where a secret stands in a text.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="End">The character after its last.</param>
/// <param name="Kind">What it is, in the words that are shown.</param>
internal readonly record struct FoundSecret(int Start, int End, string Kind);
