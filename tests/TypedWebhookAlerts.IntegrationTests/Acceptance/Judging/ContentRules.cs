using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.IntegrationTests.Acceptance.Evidence;

namespace TypedWebhookAlerts.IntegrationTests.Acceptance.Judging;

/// <summary>A channel shows what was raised, no more of it than that, and nothing twice without saying so.</summary>
internal static class ContentRules
{
    public static IEnumerable<string> Find(CourseOfEvents course, ChannelHistory channels)
    {
        var raised = course.Raised.ToLookup(alert => alert.Text);
        foreach (var alerts in channels.ByText)
        {
            var accepted = raised[alerts.Key].Sum(alert => alert.Accepted + alert.News);
            if (accepted == 0)
            {
                yield return $"{alerts.Key}: shown, but nobody raised it";
                continue;
            }

            // States that were never confirmed count here as well: they may be on display.
            var shown = alerts.Sum(alert => 1 + alert.States.Max(state => state.Repeats));
            if (shown > accepted)
            {
                yield return $"{alerts.Key}: raised {accepted} times, but messages count {shown}";
            }

            var first = raised[alerts.Key].First();
            foreach (var finding in alerts.SelectMany(alert => FindRepetitions(course, alert, first)))
            {
                yield return finding;
            }
        }
    }

    private static IEnumerable<string> FindRepetitions(CourseOfEvents course, AlertHistory alert, RaisedAlert raised)
    {
        if (!IsOnFewEnough(alert, Math.Max(1, raised.Routes.Count)))
        {
            yield return $"{alert.Text}: confirmed on {alert.ConfirmedOn.Count()} webhooks, but its routes are "
                + string.Join(", ", raised.Routes);
        }

        foreach (var webhook in course.Webhooks.Values.Distinct())
        {
            var states = alert.On(webhook)?.States ?? [];
            for (var i = 1; i < states.Count; i++)
            {
                if (states[i].Message != states[i - 1].Message && !MayStandTwice(states, i, raised.Level))
                {
                    yield return $"{alert.Text}: shown by a second message ({states[i].Message}) without a reason";
                }
            }
        }
    }

    /// <summary>Whether it is shown where it belongs, and elsewhere only with what was not known to be shown
    /// there.</summary>
    private static bool IsOnFewEnough(AlertHistory alert, int routes)
    {
        var confirmed = alert.States.Where(state => state.IsConfirmed).ToList();
        return alert.ConfirmedOn.Skip(routes).All(webhook =>
        {
            var first = confirmed.First(state => state.Webhook == webhook);
            return Told(first) > confirmed.TakeWhile(state => state != first).Max(Told);
        });
    }

    /// <summary>Whether a second message is right: after one that was not answered if it says so, and is a Critical or
    /// could be taken for one that never left; or one that shows what no message before it was known to show.</summary>
    private static bool MayStandTwice(IReadOnlyList<ShownAlert> states, int place, LogLevel level)
    {
        var known = states.Take(place).Where(state => state.IsConfirmed).Select(Told).ToList();
        return known.Count == 0
            ? states[place].MayBeRepeated && (level == LogLevel.Critical || states[place - 1].WasBroken)
            : Told(states[place]) > known.Max();
    }

    private static long Told(ShownAlert state) => state.Count + state.Lines;
}
