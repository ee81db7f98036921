namespace TypedWebhookAlerts.Generators.Model;

/// <summary>A member of an enum.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value, widened.</param>
internal sealed record EnumMember(string Name, long Value);
