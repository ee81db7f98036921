using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.IntegrationTests.Acceptance.Evidence;
using TypedWebhookAlerts.Testing;

namespace TypedWebhookAlerts.IntegrationTests.Acceptance.Language;

/// <summary>What is to be seen no earlier than a time and no later than another.</summary>
internal sealed class ScenarioExpectation(TimeSpan between, TimeSpan and)
{
    private readonly List<(string What, Func<CourseOfEvents, long> Count, long Least, long Most)> _expected = [];

    /// <summary>So many alerts appear, on whatever webhook: the first message that shows each is answered.</summary>
    public ScenarioExpectation Alerts(int count) => Add("alerts", course => Appeared(course).Count(), count, count);

    /// <summary>So many alerts of a level appear.</summary>
    public ScenarioExpectation Alerts(int count, LogLevel level)
        => Add($"alerts of level {level}", course => Appeared(course, level).Count(), count, count);

    /// <summary>So many alerts of a route appear.</summary>
    public ScenarioExpectation AlertsOn(string route, int count)
        => Add(
            $"alerts on {route}",
            course => Appeared(course).Count(shown => shown.Webhook == course.Webhooks[route]),
            count,
            count);

    /// <summary>So many messages are posted, answered by whatever.</summary>
    public ScenarioExpectation Posts(int count) => Posts(count, count);

    public ScenarioExpectation Posts(int least, int most)
        => Add("posts", course => Requests(course).Count(request => request.Method == "POST"), least, most);

    /// <summary>So many edits are made.</summary>
    public ScenarioExpectation Edits(int least, int most)
        => Add("edits", course => Requests(course).Count(request => request.Method == "PATCH"), least, most);

    /// <summary>Nothing is sent, not even a question.</summary>
    public ScenarioExpectation Silence() => Add("requests", course => Requests(course).Count(), 0, 0);

    /// <summary>So many requests are refused by a limit, planned or not.</summary>
    public ScenarioExpectation Answers429(int count)
        => Add("answers of 429", course => Requests(course).Count(request => request.StatusCode == 429), count, count);

    /// <summary>So many alerts are told of that the channel does not show.</summary>
    public ScenarioExpectation LossesTold(int count)
        => Add("losses told", LossesOf, count, count);

    /// <summary>A counter, or what an incident has come to, is there.</summary>
    public ScenarioExpectation Repeats(string text, int count)
        => Add($"repeats of {text}", course => RepeatsOf(course, text), count, count);

    public IEnumerable<string> FindBreaches(CourseOfEvents course)
        => from expected in _expected
           let count = expected.Count(course)
           where count < expected.Least || count > expected.Most
           select $"between {between.TotalSeconds:0.###} s and {and.TotalSeconds:0.###} s: {count} {expected.What}, "
               + $"not {expected.Least}"
               + (expected.Least == expected.Most ? "" : $" to {expected.Most}");

    private ScenarioExpectation Add(string what, Func<CourseOfEvents, long> count, long least, long most)
    {
        _expected.Add((what, count, least, most));
        return this;
    }

    private IEnumerable<ShownAlert> Appeared(CourseOfEvents course)
        => ChannelReader.ReadAlerts(course.Timeline)
            .Where(shown => shown.IsConfirmed)
            .GroupBy(shown => (shown.Webhook, shown.Identity))
            .Select(states => states.First())
            .Where(shown => IsWithin(course, shown.AnsweredAt!.Value));

    private IEnumerable<ShownAlert> Appeared(CourseOfEvents course, LogLevel level)
    {
        var texts = course.Raised.Where(raised => raised.Level == level).Select(raised => raised.Text).ToHashSet();
        return Appeared(course).Where(shown => texts.Contains(shown.Text));
    }

    private IEnumerable<SimulatedRequest> Requests(CourseOfEvents course)
        => course.Timeline.Where(request => IsWithin(course, request.ReceivedAt));

    private long LossesOf(CourseOfEvents course)
    {
        var within = course.Timeline.Where(request => request.AnsweredAt is { } at && IsWithin(course, at)).ToList();
        return ChannelReader.ReadLosses(within).Sum(loss => loss.Count);
    }

    private long RepeatsOf(CourseOfEvents course, string text)
        => ChannelReader.ReadAlerts(course.Timeline)
            .Where(shown => shown.Text == text && shown.AnsweredAt is { } at && IsWithin(course, at))
            .Select(shown => shown.Repeats)
            .DefaultIfEmpty(-1)
            .Max();

    private bool IsWithin(CourseOfEvents course, DateTimeOffset time)
        => time >= course.Start + between && time <= course.Start + and;
}
