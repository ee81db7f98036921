namespace TypedWebhookAlerts;

/// <summary>Marks a value that is never captured: wherever it would stand, the alert shows <c>[secret]</c>. On a
/// property, a field or a record's parameter, that holds of what a dotted hole reads through it, and of a record that
/// is shown whole.
/// </summary>
[AttributeUsage(
    AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field,
    AllowMultiple = false,
    Inherited = false)]
public sealed class SecretAttribute : Attribute;
