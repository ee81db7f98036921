namespace TypedWebhookAlerts.Generators.Tests.Promise.Subjects;

/// <summary>What a member is of: read by a hole of three steps.</summary>
public sealed record Guild(string? Name, int Members);
