using TypedWebhookAlerts.IntegrationTests.Acceptance.Evidence;

namespace TypedWebhookAlerts.IntegrationTests.Acceptance.Judging;

/// <summary>What no channel shows is in the file when the ledger says so, and told in the channel once that is
/// possible.</summary>
internal static class LossRules
{
    public static IEnumerable<string> Find(CourseOfEvents course, ChannelHistory channels)
        => CompareFile(course).Concat(CompareTold(course, channels));

    private static IEnumerable<string> CompareFile(CourseOfEvents course)
    {
        var doubles = course.Raised.Where(raised => raised.Routes.Count > 1).Select(raised => raised.Text).ToHashSet();
        var shared = course.File.Where(line => doubles.Contains(line.Text)).Sum(line => line.Count);
        var lines = course.File
            .Where(line => line.IsOfRoute)
            .ToLookup(line => line.Route, line => line.Count, StringComparer.OrdinalIgnoreCase);
        foreach (var (route, figures) in course.Routes)
        {
            // The end of a pipeline writes an alert of two routes once, and both routes lean on its line.
            var counted = figures.DroppedFor(DropReason.Fallback);
            var written = lines[route].Sum();
            if (counted < written || counted > written + shared)
            {
                yield return $"ledger {route}: {counted} given to the file, but its lines stand for {written}";
            }
        }

        // What an incident is told that is in the file has a line, but never had a copy on a route.
        var whole = course.Ledger.DroppedFor(DropReason.Fallback);
        var unrouted = course.File.Where(line => !line.IsOfRoute).Sum(line => line.Count);
        if (unrouted > whole)
        {
            yield return $"ledger: {whole} given to the file, but lines of no route stand for {unrouted}";
        }

        var raised = course.Raised.Select(alert => alert.Text).ToHashSet();
        foreach (var line in course.File.Where(line => !raised.Contains(line.Text)))
        {
            yield return $"{line.Text}: in the file, but nobody raised it";
        }
    }

    private static IEnumerable<string> CompareTold(CourseOfEvents course, ChannelHistory channels)
    {
        foreach (var routes in course.Webhooks.GroupBy(route => route.Value, route => route.Key))
        {
            var lost = routes.Sum(route => Lost(course.Routes.GetValueOrDefault(route, RouteFigures.None)));
            var told = channels.Losses
                .Where(loss => loss.Webhook == routes.Key && loss.IsConfirmed)
                .Sum(loss => loss.Count);
            var mustBeTold = routes.Any(course.ToldRoutes.Contains);
            if (told > lost || (mustBeTold && told < lost))
            {
                yield return $"channel of {string.Join(" and ", routes)}: told of {told} losses, in truth {lost}";
            }
        }
    }

    /// <summary>Nobody is told that a process ended, nor of a flap.</summary>
    private static long Lost(RouteFigures route)
        => route.Dropped - route.DroppedFor(DropReason.Closed) - Flaps(route);

    private static long Flaps(RouteFigures route)
        => route.DroppedBy.Where(dropped => dropped.Key.ToString() == "Resolved").Sum(dropped => dropped.Value);
}
