namespace TypedWebhookAlerts.Privacy;

/// <summary>Takes the secrets out of a text, as
/// <see cref="SecretScrubber.Scrub(ReadOnlySpan{char}, ReadOnlySpan{char}, bool)"/> does.</summary>
/// <param name="text">The text, whole.</param>
/// <param name="before">What stands before it.</param>
/// <param name="isCut">Whether the text's end is missing.</param>
/// <returns>The text without its secrets; null when it has none.</returns>
internal delegate string? TextScrubber(ReadOnlySpan<char> text, ReadOnlySpan<char> before, bool isCut);
