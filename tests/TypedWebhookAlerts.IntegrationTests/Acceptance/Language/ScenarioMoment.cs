using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Testing;

namespace TypedWebhookAlerts.IntegrationTests.Acceptance.Language;

/// <summary>What happens at a time, or at each of several.</summary>
internal sealed class ScenarioMoment(Scenario scenario, IReadOnlyList<TimeSpan> times)
{
    /// <summary>Alerts that all differ.</summary>
    public ScenarioMoment Raise(int count = 1, LogLevel level = LogLevel.Error) => Do(stage =>
    {
        for (var i = 0; i < count; i++)
        {
            stage.Raise(level);
        }
    });

    /// <summary>Equal alerts.</summary>
    public ScenarioMoment Repeat(string what, int count = 1) => Do(stage =>
    {
        for (var i = 0; i < count; i++)
        {
            stage.Repeat(what);
        }
    });

    /// <summary>Equal alerts from two threads, as fast as they can.</summary>
    public ScenarioMoment Storm(string what, int alerts, bool withCritical = false)
        => Do(stage => stage.Storm(what, alerts, withCritical));

    public ScenarioMoment Open(string incident) => Do(stage => stage.Open(incident));

    public ScenarioMoment Update(string incident, string text) => Do(stage => stage.Update(incident, text));

    public ScenarioMoment Resolve(string incident, string? text = null) => Do(stage => stage.Resolve(incident, text));

    /// <summary>From here on requests meet a fault.</summary>
    public ScenarioMoment Fail(Func<FaultPlan, FaultConditions> which, Fault fault)
        => Do(stage => which(stage.Discord.Faults).AnswerWith(fault));

    /// <summary>From here on every request meets a fault.</summary>
    public ScenarioMoment Fail(Fault fault) => Do(stage => stage.Discord.Faults.AnswerWith(fault));

    /// <summary>From here on a route's requests meet a fault.</summary>
    public ScenarioMoment Fail(string route, Fault fault)
        => Do(stage => stage.Discord.Faults.For(stage.Webhook(route)).AnswerWith(fault));

    /// <summary>From here on no request meets a fault.</summary>
    public ScenarioMoment Heal() => Do(stage => stage.Discord.Faults.Clear());

    /// <summary>Somebody deletes all messages.</summary>
    public ScenarioMoment DeleteMessages() => Do(stage =>
    {
        foreach (var message in stage.Discord.Messages)
        {
            stage.Discord.Delete(message);
        }
    });

    /// <summary>The program ends, and begins anew.</summary>
    public ScenarioMoment Restart() => scenario.Add(times, async stage =>
    {
        await stage.Process.DisposeAsync();
        stage.Begin();
    }, this);

    /// <summary>The program is killed, and begins anew.</summary>
    public ScenarioMoment Kill() => Do(stage =>
    {
        stage.Process.Kill();
        stage.Begin();
    });

    public ScenarioMoment Do(Action<Stage> what) => scenario.Add(
        times,
        stage =>
        {
            what(stage);
            return Task.CompletedTask;
        },
        this);
}
