namespace TypedWebhookAlerts.Generators.Model;

/// <summary>The companion that tells whether an alert would be sent.</summary>
/// <param name="Modifiers">Accessibility, <c>static</c>, and <c>new</c> where a base type has one too.</param>
/// <param name="Parameter">The pipeline's parameter, or empty.</param>
internal sealed record EnabledMethod(string Modifiers, string Parameter);
