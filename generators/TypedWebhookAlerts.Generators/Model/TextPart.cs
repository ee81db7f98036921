namespace TypedWebhookAlerts.Generators.Model;

/// <summary>A stretch of a template: words of the developer's, or a captured value.</summary>
/// <param name="Literal">The words, or null where a value stands.</param>
/// <param name="Value">The index of the captured value.</param>
/// <param name="Format">The value's format.</param>
/// <param name="Alignment">The least width, negative to align left, or 0.</param>
internal sealed record TextPart(string? Literal, int Value = -1, string? Format = null, int Alignment = 0);
