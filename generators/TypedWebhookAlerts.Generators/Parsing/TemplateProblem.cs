namespace TypedWebhookAlerts.Generators.Parsing;

/// <summary>What is wrong with a template's form.</summary>
/// <param name="Message">What is wrong, and what to write.</param>
/// <param name="Start">Where in the template it begins.</param>
/// <param name="Length">How far it goes; at least one character.</param>
internal sealed record TemplateProblem(string Message, int Start, int Length);
