using System.Globalization;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.IntegrationTests.Acceptance.Evidence;
using TypedWebhookAlerts.IntegrationTests.Acceptance.Judging;
using TypedWebhookAlerts.Testing;

namespace TypedWebhookAlerts.IntegrationTests.Acceptance.Language;

/// <summary>
/// Where a scenario takes place: a Discord, one process after the other, and a clock that moves only when all of them
/// wait for it.
/// </summary>
internal sealed class Stage : IAsyncDisposable
{
    /// <summary>In real time, and only to end a scenario that would hang: nothing is measured by it.</summary>
    private static readonly TimeSpan s_watchdog = TimeSpan.FromSeconds(60);

    /// <summary>The shortest round trip: so a lane that was answered waits for the clock, and sees all of a moment's
    /// alerts however long they take to be raised for real.</summary>
    private static readonly TimeSpan s_moment = TimeSpan.FromTicks(1);

    private readonly Scenario _scenario;
    private readonly Dictionary<string, SimulatedWebhook> _webhooks = [];
    private readonly List<AlertProcess> _processes = [];
    private readonly List<LiveRaise> _raised = [];
    private readonly Dictionary<string, (AlertIncident Incident, LiveRaise Raise)> _incidents = [];
    private readonly string? _file;
    private IDictionary<LogLevel, IReadOnlyList<string>> _levelRoutes =
        new Dictionary<LogLevel, IReadOnlyList<string>>();

    private int _number;

    public Stage(Scenario scenario)
    {
        _scenario = scenario;
        var limits = new DiscordSimulatorOptions
        {
            TimeProvider = Time,
            RoundTrip = scenario.RoundTrip > s_moment ? scenario.RoundTrip : s_moment,
            RoundTripOf = scenario.RoundTripOf,
        };
        scenario.Limits?.Invoke(limits);
        Start = Time.GetUtcNow();
        Discord = new DiscordSimulator(limits);
        foreach (var route in scenario.Routes)
        {
            var channel = scenario.SharesChannel ? _webhooks.Values.FirstOrDefault()?.ChannelId : null;
            _webhooks[route] = Discord.AddWebhook(route, channel);
        }

        _file = scenario.HasFile ? Path.Combine(Path.GetTempPath(), $"scenario-{Guid.NewGuid():N}.jsonl") : null;
        Begin();
    }

    public VirtualTime Time { get; } = new();

    public DateTimeOffset Start { get; }

    public DiscordSimulator Discord { get; }

    public AlertProcess Process => _processes[^1];

    public AlertPipeline Pipeline => Process.Pipeline;

    public SimulatedWebhook Webhook(string route) => _webhooks[route];

    /// <summary>Starts the next process.</summary>
    public void Begin() => _processes.Add(new AlertProcess(Time, Discord, Configure));

    /// <summary>Raises an alert that differs from all others.</summary>
    public void Raise(LogLevel level)
    {
        var number = _number++;
        AlertTracker tracker = level switch
        {
            LogLevel.Critical => Pipeline.Critical(number),
            LogLevel.Warning => Pipeline.Warning(number),
            LogLevel.Information => Pipeline.Information(number),
            _ => Pipeline.Error(number),
        };
        Note(string.Create(CultureInfo.InvariantCulture, $"Alert {number}"), level, tracker);
    }

    /// <summary>Raises an alert that is equal to those raised by the same word.</summary>
    public void Repeat(string what) => Note("Repeat " + what, LogLevel.Error, Pipeline.Repeated(what));

    /// <summary>Raises equal alerts from two threads as fast as they can, and a Critical amid them.</summary>
    public void Storm(string what, int alerts, bool hasCritical)
    {
        var accepted = 0L;
        using var half = new CountdownEvent(2);
        var threads = Enumerable.Range(0, 2).Select(_ => new Thread(Rage)).ToList();
        threads.ForEach(thread => thread.Start());
        if (hasCritical)
        {
            half.Wait();
            Raise(LogLevel.Critical);
        }

        threads.ForEach(thread => thread.Join());
        var raise = Note("Storm " + what, LogLevel.Error, tracker: null);
        raise.Accepted = accepted;
        raise.Refused = (alerts / 2 * 2) - accepted;

        void Rage()
        {
            var own = 0L;
            for (var i = 0; i < alerts / 2; i++)
            {
                own += Pipeline.Stormed(what) ? 1 : 0;
                if (i == alerts / 4)
                {
                    half.Signal();
                }
            }

            Interlocked.Add(ref accepted, own);
        }
    }

    public void Open(string name)
    {
        var incident = Pipeline.Began(name);
        _incidents[name] = (incident, Note("Incident " + name, LogLevel.Error, incident));
    }

    public void Update(string name, string text)
    {
        _incidents[name].Incident.Update(text);
        _incidents[name].Raise.News++;
    }

    public void Resolve(string name, string? text)
    {
        _incidents[name].Incident.Resolve(text);
        _incidents[name].Raise.News++;
    }

    /// <summary>Lets all that can happen now happen, without moving the clock.</summary>
    public void Settle()
    {
        var wait = default(SpinWait);
        var start = TimeProvider.System.GetTimestamp();
        while (!Process.IsResting)
        {
            wait.SpinOnce();
            if (TimeProvider.System.GetElapsedTime(start) > s_watchdog)
            {
                throw new TimeoutException("The pipeline does not come to rest.");
            }
        }
    }

    /// <summary>Lets time pass.</summary>
    public void RunUntil(DateTimeOffset end, Func<bool>? isDone = null)
    {
        Settle();
        while (Time.GetUtcNow() < end && isDone?.Invoke() is not true)
        {
            if (!Time.AdvanceToNext(end - Time.GetUtcNow()))
            {
                Time.Advance(end - Time.GetUtcNow());
            }

            Settle();
        }
    }

    /// <summary>Sends all there is.</summary>
    public void Flush(TimeSpan limit)
    {
        var flush = Pipeline.FlushAsync(Timeout.InfiniteTimeSpan);
        RunUntil(Time.GetUtcNow() + limit, () => flush.IsCompleted || (Time.NextDue is null && flush.Wait(s_watchdog)));
    }

    /// <summary>Whether the ledger adds up in the middle of it all, with what is pending counted where it is.</summary>
    public void Audit()
    {
        Settle();
        var course = Freeze();
        if (LedgerRules.FindSums(course).ToList() is { Count: > 0 } findings)
        {
            throw new ScenarioFailedException(findings, course);
        }
    }

    /// <summary>What can be known by now.</summary>
    public CourseOfEvents Freeze()
    {
        var ledgers = _processes.ConvertAll(process => process.Ledger);
        return new CourseOfEvents
        {
            Start = Start,
            Raised = _raised.ConvertAll(raise => raise.Freeze()),
            Timeline = Discord.Requests,
            Webhooks = _webhooks.ToDictionary(route => route.Key, route => route.Value.Id),
            Ledger = ledgers.Select(RouteFigures.Of).Aggregate((sum, ledger) => sum.Plus(ledger)),
            Refused = ledgers.Sum(ledger => ledger.Refused),
            Routes = _webhooks.Keys.ToDictionary(
                route => route,
                route => ledgers.Select(ledger => RouteFigures.Of(ledger.Routes[route]))
                    .Aggregate((sum, ledger) => sum.Plus(ledger))),
            File = FileLine.ReadAll(_file),
            MostInFlight = _processes.Max(process => process.Meter.Most),
            AllowedRefusals = _scenario.AllowedRefusals,
            WasKilled = _processes.Exists(process => process.WasKilled),
            ToldRoutes = _scenario.ToldRoutes,
        };
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            await process.DisposeAsync();
        }

        await Discord.DisposeAsync();
        if (_file is not null)
        {
            File.Delete(_file);
        }
    }

    private void Configure(WebhookAlertOptions options)
    {
        foreach (var (route, webhook) in _webhooks)
        {
            options.Route(route, webhook.Url);
        }

        options.Fallback.Path = _file;
        _scenario.Options?.Invoke(options);
        _levelRoutes = options.LevelRoutes;
    }

    private LiveRaise Note(string text, LogLevel level, AlertTracker? tracker)
    {
        var raise = new LiveRaise
        {
            Text = text,
            Level = level,
            Sequence = _raised.Count,
            At = Time.GetUtcNow(),
            Routes = [.. _levelRoutes[level].Where(_webhooks.ContainsKey)],
            Tracker = tracker,
        };
        _raised.Add(raise);
        return raise;
    }
}
