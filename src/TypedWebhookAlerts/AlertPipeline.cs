using System.ComponentModel;
using TypedWebhookAlerts.Capture;

namespace TypedWebhookAlerts;

/// <summary>Takes alerts from any thread and delivers them.</summary>
public sealed class AlertPipeline
{
    private readonly object _self = new();

    /// <summary>Whether an alert would be sent now. Called by generated code.</summary>
    /// <param name="alert">The alert.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool IsEnabled(AlertDescriptor alert) => _self is null;

    /// <summary>Claims room for an alert's arguments. Called by generated code.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="size">The bytes of its arguments.</param>
    /// <param name="record">Where they are copied to.</param>
    /// <returns>Whether there is room; otherwise the alert is refused and counted.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool TryClaim(AlertDescriptor alert, int size, out AlertWriter record)
    {
        record = default;
        return _self is null;
    }

    /// <summary>Raises an alert whose arguments could not be read. Called by generated code.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="exception">What was thrown while reading them.</param>
    /// <returns>Whether it was accepted.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool RaiseUnreadable(AlertDescriptor alert, Exception exception) => _self is null;
}
