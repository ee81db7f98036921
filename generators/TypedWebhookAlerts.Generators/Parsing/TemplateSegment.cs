namespace TypedWebhookAlerts.Generators.Parsing;

/// <summary>Words of a template, or a hole in it.</summary>
/// <param name="Literal">The words with braces unescaped, or null.</param>
/// <param name="Hole">The hole, or null.</param>
internal sealed record TemplateSegment(string? Literal, TemplateHole? Hole);
