namespace TypedWebhookAlerts.Generators.Model;

/// <summary>A field of an alert.</summary>
/// <param name="Name">What stands above it.</param>
/// <param name="Value">The index of the captured value.</param>
/// <param name="IsInline">Whether it may stand beside others.</param>
/// <param name="IsCodeBlock">Whether its value is shown in a code block.</param>
internal sealed record AlertField(string Name, int Value, bool IsInline, bool IsCodeBlock);
