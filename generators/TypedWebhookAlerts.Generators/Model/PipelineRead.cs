namespace TypedWebhookAlerts.Generators.Model;

/// <summary>Where the pipeline that takes an alert is read. The ambient one stands in for null.</summary>
/// <param name="Source">The expression that reads it, or null for the ambient one.</param>
/// <param name="IsGuarded">Whether reading it runs code of the user's, which may throw.</param>
internal sealed record PipelineRead(string? Source, bool IsGuarded);
