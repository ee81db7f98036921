namespace TypedWebhookAlerts.Rendering;

/// <summary>One line of an incident's message: a piece of news, or its end.</summary>
/// <param name="Json">The line as the inside of a JSON string, without a line feed.</param>
/// <param name="CodePoints">The code points that Discord will count.</param>
internal sealed record IncidentLine(byte[] Json, int CodePoints);
