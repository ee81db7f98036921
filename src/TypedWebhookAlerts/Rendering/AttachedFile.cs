namespace TypedWebhookAlerts.Rendering;

/// <summary>A file that a message brings along.</summary>
/// <param name="Name">Its name: ASCII letters, digits, dots and hyphens.</param>
/// <param name="Content">Its bytes, text in UTF-8.</param>
internal sealed record AttachedFile(string Name, ReadOnlyMemory<byte> Content);
