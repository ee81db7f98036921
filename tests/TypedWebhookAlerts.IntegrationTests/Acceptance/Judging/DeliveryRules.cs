using TypedWebhookAlerts.IntegrationTests.Acceptance.Evidence;

namespace TypedWebhookAlerts.IntegrationTests.Acceptance.Judging;

/// <summary>What counts as delivered and coalesced is what confirmed messages show, on each route and in all.</summary>
internal static class DeliveryRules
{
    public static IEnumerable<string> Find(CourseOfEvents course, ChannelHistory channels)
    {
        var routesOf = course.Webhooks.GroupBy(route => route.Value, route => route.Key);
        var findings = routesOf.SelectMany(routes => Compare(
            string.Join(" and ", routes),
            routes.Select(route => course.Routes.GetValueOrDefault(route, RouteFigures.None))
                .Aggregate((sum, figures) => sum.Plus(figures)),
            [.. channels.Alerts.Select(alert => alert.On(routes.Key)).OfType<AlertHistory>()]));
        return findings
            .Concat(Compare("(all)", course.Ledger, channels.Alerts))
            .Concat(CompareDropped(course, channels));
    }

    private static IEnumerable<string> Compare(string name, RouteFigures ledger, IReadOnlyList<AlertHistory> alerts)
    {
        var delivered = alerts.Count(alert => alert.IsConfirmed);
        if (ledger.Delivered != delivered)
        {
            yield return $"ledger {name}: {ledger.Delivered} delivered, but confirmed messages show {delivered}";
        }

        var coalesced = alerts.Sum(alert => alert.Repeats);
        if (ledger.Coalesced != coalesced)
        {
            yield return $"ledger {name}: {ledger.Coalesced} coalesced, but confirmed messages count {coalesced}";
        }
    }

    private static IEnumerable<string> CompareDropped(CourseOfEvents course, ChannelHistory channels)
    {
        var missing = course.Raised
            .GroupBy(raised => raised.Text, raised => raised.Accepted + raised.News)
            .Sum(raised => raised.Sum() - channels.ByText[raised.Key].Sum(Stands));
        var counted = course.Ledger.Dropped + course.Ledger.Spooled + course.Ledger.Pending;
        if (counted != missing)
        {
            yield return $"ledger: {counted} dropped or pending, but confirmed messages lack {missing} of the raised";
        }
    }

    private static long Stands(AlertHistory alert) => alert.IsConfirmed ? 1 + alert.Repeats : 0;
}
