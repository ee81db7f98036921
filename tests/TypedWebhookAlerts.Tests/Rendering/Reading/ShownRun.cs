namespace TypedWebhookAlerts.Tests.Rendering.Reading;

/// <summary>A piece of text that looks alike throughout.</summary>
/// <param name="Text">What a reader sees.</param>
/// <param name="Look">How.</param>
/// <param name="Target">Where a link leads; a code block's language; null otherwise.</param>
internal readonly record struct ShownRun(string Text, Look Look, string? Target = null);
