namespace TypedWebhookAlerts;

/// <summary>Marks a value that is never captured: wherever it would stand, the alert shows <c>[secret]</c>.</summary>
[AttributeUsage(AttributeTargets.Parameter, AllowMultiple = false, Inherited = false)]
public sealed class SecretAttribute : Attribute;
