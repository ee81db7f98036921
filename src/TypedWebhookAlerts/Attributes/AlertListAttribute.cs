namespace TypedWebhookAlerts;

/// <summary>Sets how much of a collection an alert shows. Without it, collections show their first 10 items.</summary>
[AttributeUsage(AttributeTargets.Parameter, AllowMultiple = false, Inherited = false)]
public sealed class AlertListAttribute : Attribute
{
    /// <summary>How many items are shown before "… 14 more": 1 to 100. The default is 10. Text beyond 4,096 UTF-16
    /// units ends the list before.</summary>
    public int MaxItems { get; set; } = 10;
}
