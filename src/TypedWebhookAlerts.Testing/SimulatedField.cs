namespace TypedWebhookAlerts.Testing;

/// <summary>A field of an embed, as Discord keeps it. Immutable.</summary>
/// <param name="Name">The name, without white space at its edges.</param>
/// <param name="Value">The value, without white space at its edges.</param>
/// <param name="Inline">Whether it may stand beside others in a row.</param>
public sealed record SimulatedField(string Name, string Value, bool Inline);
