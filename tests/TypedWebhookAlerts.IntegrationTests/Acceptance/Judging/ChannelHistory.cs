using TypedWebhookAlerts.IntegrationTests.Acceptance.Evidence;

namespace TypedWebhookAlerts.IntegrationTests.Acceptance.Judging;

/// <summary>What the channels have shown, and which of it was confirmed.</summary>
internal sealed class ChannelHistory
{
    public ChannelHistory(CourseOfEvents course)
    {
        Shown = ChannelReader.ReadAlerts(course.Timeline);
        Losses = ChannelReader.ReadLosses(course.Timeline);
        Alerts = [.. Shown.GroupBy(shown => shown.Identity).Select(states => new AlertHistory([.. states]))];
        ByText = Alerts.ToLookup(alert => alert.Text);
    }

    /// <summary>Every state of every alert, in the order of the requests that made them.</summary>
    public IReadOnlyList<ShownAlert> Shown { get; }

    public IReadOnlyList<ToldLoss> Losses { get; }

    /// <summary>The alerts: equal ones that were folded together are one.</summary>
    public IReadOnlyList<AlertHistory> Alerts { get; }

    public ILookup<string, AlertHistory> ByText { get; }
}
