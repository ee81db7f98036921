using TypedWebhookAlerts.IntegrationTests.Acceptance.Evidence;

namespace TypedWebhookAlerts.IntegrationTests.Acceptance.Judging;

/// <summary>All states of an alert, on all webhooks, in the order of time.</summary>
internal sealed class AlertHistory(IReadOnlyList<ShownAlert> states)
{
    public IReadOnlyList<ShownAlert> States => states;

    public string Text => states[0].Text;

    /// <summary>Whether an answer has said that a message shows it.</summary>
    public bool IsConfirmed { get; } = states.Any(state => state.IsConfirmed);

    /// <summary>The repeats and the news that confirmed messages count.</summary>
    public long Repeats => Confirmed.Select(state => state.Repeats).DefaultIfEmpty(0).Max();

    /// <summary>The repeats alone.</summary>
    public long Counted => Confirmed.Select(state => state.Count - 1).DefaultIfEmpty(0).Max();

    public IEnumerable<ulong> ConfirmedOn => Confirmed.Select(state => state.Webhook).Distinct();

    private IEnumerable<ShownAlert> Confirmed => states.Where(state => state.IsConfirmed);

    /// <summary>Its states on one webhook.</summary>
    public AlertHistory? On(ulong webhook)
    {
        var there = states.Where(state => state.Webhook == webhook).ToList();
        return there.Count == 0 ? null : new AlertHistory(there);
    }
}
