using System.ComponentModel;

namespace TypedWebhookAlerts;

/// <summary>Follows one call of an alert until it is accounted for: what a receipt and an incident have in
/// common.</summary>
/// <remarks>All members may be called from any thread.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class AlertTracker
{
    // Whoever settles it holds locks of the delivery: what a caller awaits must not run there.
    private readonly TaskCompletionSource<AlertOutcome> _delivered =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private protected AlertTracker()
    {
    }

    /// <summary>
    /// Ends when the ledger has counted the call: delivered, coalesced, dropped, refused or ignored. It never fails and
    /// is never cancelled; what is still waiting 5 seconds after its pipeline was disposed ends as dropped.
    /// </summary>
    public Task<AlertOutcome> Delivered => _delivered.Task;

    /// <summary>Ends the tasks. Only the first outcome counts.</summary>
    internal void Settle(AlertOutcome outcome) => _delivered.TrySetResult(outcome);
}
