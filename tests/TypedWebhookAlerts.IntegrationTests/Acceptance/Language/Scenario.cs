using TypedWebhookAlerts.IntegrationTests.Acceptance.Evidence;
using TypedWebhookAlerts.IntegrationTests.Acceptance.Judging;
using TypedWebhookAlerts.Testing;

namespace TypedWebhookAlerts.IntegrationTests.Acceptance.Language;

/// <summary>
/// A story in virtual time: what happens at which time, and what is to be seen between which times. Once it has run,
/// what the library says of it is compared with what Discord recorded, alert by alert, whatever else was expected.
/// </summary>
/// <remarks>Told in the manner of Alertmanager's acceptance tests: times count from the beginning, and an expectation
/// is one of what happened between two of them.</remarks>
internal sealed class Scenario
{
    private readonly List<(TimeSpan At, Func<Stage, Task> What)> _events = [];
    private readonly List<ScenarioExpectation> _expectations = [];

    /// <summary>How long each request is under way.</summary>
    public TimeSpan RoundTrip { get; init; }

    /// <summary>A round trip for each half of a request, for a network that is not even.</summary>
    public Func<TimeSpan>? RoundTripOf { get; init; }

    /// <summary>The routes, each with a webhook.</summary>
    public IReadOnlyList<string> Routes { get; init; } = ["error"];

    /// <summary>Whether all webhooks are of one channel; otherwise each has its own.</summary>
    public bool SharesChannel { get; init; }

    /// <summary>Whether there is a fallback file.</summary>
    public bool HasFile { get; init; }

    public Action<WebhookAlertOptions>? Options { get; init; }

    /// <summary>Changes what Discord's limits are in truth.</summary>
    public Action<DiscordSimulatorOptions>? Limits { get; init; }

    /// <summary>So many requests may be refused by a window.</summary>
    public int AllowedRefusals { get; init; }

    /// <summary>The routes whose channel must know in the end of all that it does not show.</summary>
    public IReadOnlyList<string> ToldRoutes { get; init; } = [];

    /// <summary>How long the last flush may take; zero for none, and the pipeline is disposed at once.</summary>
    public TimeSpan LastFlush { get; init; } = TimeSpan.FromHours(6);

    /// <summary>What happens at a time.</summary>
    public ScenarioMoment At(TimeSpan time) => new(this, [time]);

    /// <summary>What happens again and again: at the first time, and as long as it is before the last.</summary>
    public ScenarioMoment Every(TimeSpan pause, TimeSpan from, TimeSpan until)
    {
        var times = new List<TimeSpan>();
        for (var time = from; time < until; time += pause)
        {
            times.Add(time);
        }

        return new ScenarioMoment(this, times);
    }

    /// <summary>What is to be seen no earlier than a time and no later than another.</summary>
    public ScenarioExpectation Expect(TimeSpan between, TimeSpan and)
    {
        var expectation = new ScenarioExpectation(between, and);
        _expectations.Add(expectation);
        return expectation;
    }

    /// <summary>Lets it happen.</summary>
    /// <param name="length">How long it is, until the last flush.</param>
    /// <returns>What happened.</returns>
    /// <exception cref="ScenarioFailedException">Something was not as expected, or not as the library says.</exception>
    public async Task<CourseOfEvents> RunAsync(TimeSpan length)
    {
        var course = await PlayAsync(length);
        var findings = _expectations.SelectMany(expectation => expectation.FindBreaches(course))
            .Concat(Judge.FindBreaches(course))
            .ToList();
        return findings.Count == 0 ? course : throw new ScenarioFailedException(findings, course);
    }

    /// <summary>Lets it happen, and judges nothing.</summary>
    public async Task<CourseOfEvents> PlayAsync(TimeSpan length)
    {
        await using var stage = new Stage(this);
        foreach (var (at, what) in _events.OrderBy(happening => happening.At))
        {
            stage.RunUntil(stage.Start + at);
            await what(stage);
        }

        stage.RunUntil(stage.Start + length);
        if (LastFlush > TimeSpan.Zero)
        {
            stage.Flush(LastFlush);
        }

        await stage.Process.DisposeAsync();
        return stage.Freeze();
    }

    internal ScenarioMoment Add(IReadOnlyList<TimeSpan> times, Func<Stage, Task> what, ScenarioMoment moment)
    {
        _events.AddRange(times.Select(time => (time, what)));
        return moment;
    }
}
