using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.IntegrationTests.Acceptance.Evidence;

namespace TypedWebhookAlerts.IntegrationTests.Acceptance.Judging;

/// <summary>Alerts of one level and route appear on a webhook in the order in which they were raised.</summary>
internal static class OrderRules
{
    public static IEnumerable<string> Find(CourseOfEvents course, ChannelHistory channels)
    {
        var raised = course.Raised.ToLookup(alert => alert.Text);
        var latest = new Dictionary<(ulong Webhook, LogLevel Level, string Route), RaisedAlert>();
        var seen = new HashSet<(ulong Webhook, (string Text, DateTimeOffset? RaisedAt) Identity)>();
        var first = channels.Alerts.ToDictionary(alert => alert.States[0].Identity, alert => alert.States[0]);
        foreach (var shown in channels.Shown)
        {
            // One that another webhook showed before comes when that webhook fails, whenever that is.
            if (!seen.Add((shown.Webhook, shown.Identity))
                || Find(raised[shown.Text], shown) is not { } alert
                || (first[shown.Identity].Webhook != shown.Webhook && !IsMeantFor(course, alert, shown.Webhook)))
            {
                continue;
            }

            var way = (shown.Webhook, alert.Level, alert.Routes[0]);
            if (latest.TryGetValue(way, out var before) && before.Sequence > alert.Sequence)
            {
                yield return $"{alert.Text} appeared after {before.Text}, which was raised later";
            }
            else
            {
                latest[way] = alert;
            }
        }
    }

    private static bool IsMeantFor(CourseOfEvents course, RaisedAlert alert, ulong webhook)
        => alert.Routes.Any(route => course.Webhooks[route] == webhook);

    /// <summary>The call that a shown alert began with.</summary>
    private static RaisedAlert? Find(IEnumerable<RaisedAlert> equal, ShownAlert shown)
        => equal.ToList() switch
        {
            [var only] => only,
            var several => several.FirstOrDefault(alert => alert.At == shown.RaisedAt),
        };
}
