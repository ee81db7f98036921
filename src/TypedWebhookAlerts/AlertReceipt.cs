using System.ComponentModel;
using TypedWebhookAlerts.Capture;

namespace TypedWebhookAlerts;

/// <summary>
/// Tells a caller to whom it matters what became of its alert: the return type of a declared alert.
/// </summary>
/// <remarks>The call itself is as any other: it never blocks and never throws. The receipt with its task, 152 bytes, is
/// all that it allocates.</remarks>
public sealed class AlertReceipt : AlertTracker
{
    private AlertReceipt()
    {
    }

    /// <summary>The receipt of every call that is ignored.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static AlertReceipt Ignored { get; } = CreateIgnored();

    /// <summary>
    /// Ends when the alert is safe: when a message that shows it is confirmed. It ends as
    /// <see cref="AlertTracker.Delivered"/> does, for nothing keeps an alert beyond the process yet. It never fails and
    /// is never cancelled.
    /// </summary>
    public Task<AlertOutcome> Stored => Delivered;

    /// <summary>Opens a receipt. Called by generated code.</summary>
    /// <param name="pipeline">The pipeline that takes the alert.</param>
    /// <param name="alert">The alert.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static AlertReceipt Open(AlertPipeline pipeline, AlertDescriptor alert) => new();

    private static AlertReceipt CreateIgnored()
    {
        var receipt = new AlertReceipt();
        receipt.Settle(AlertOutcome.Ignored);
        return receipt;
    }
}
