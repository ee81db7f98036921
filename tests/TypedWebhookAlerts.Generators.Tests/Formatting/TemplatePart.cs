namespace TypedWebhookAlerts.Generators.Tests.Formatting;

/// <summary>Words of a template, or a hole in it.</summary>
/// <param name="Ours">As an alert's template has it: holes by name.</param>
/// <param name="Theirs">As string.Format has it: holes by number.</param>
/// <param name="Slot">The parameter's index, or -1 for words.</param>
internal sealed record TemplatePart(string Ours, string Theirs, int Slot);
