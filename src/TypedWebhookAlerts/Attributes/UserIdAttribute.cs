namespace TypedWebhookAlerts;

/// <summary>Marks a Discord user's id: shown as a clickable name that does not ping.</summary>
[AttributeUsage(AttributeTargets.Parameter, AllowMultiple = false, Inherited = false)]
public sealed class UserIdAttribute : Attribute;
