namespace TypedWebhookAlerts.Delivery;

/// <summary>An alert that goes into the fallback file.</summary>
/// <param name="Origin">Which alert it is.</param>
/// <param name="Route">The name of the route that would have taken it.</param>
/// <param name="Reason">Why it is in the file, in a word or two; never an address.</param>
/// <param name="Count">How many alerts it stands for: itself, unless Discord has it, and repeats.</param>
/// <param name="Alert">An embed as a JSON object, or a content's text as the inside of a JSON string.</param>
/// <param name="IsEmbed">Which of the two.</param>
internal sealed record FallbackEntry(
    AlertOrigin Origin, string Route, string Reason, long Count, ReadOnlyMemory<byte> Alert, bool IsEmbed);
