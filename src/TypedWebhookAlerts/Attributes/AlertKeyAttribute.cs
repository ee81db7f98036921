namespace TypedWebhookAlerts;

/// <summary>
/// Marks what makes two alerts equal. Equal alerts within the coalescing window are one message whose counter moves.
/// Without it, text, integral, enum and id arguments count; times, time spans and fractions do not, for they always
/// differ.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter, AllowMultiple = false, Inherited = false)]
public sealed class AlertKeyAttribute : Attribute;
