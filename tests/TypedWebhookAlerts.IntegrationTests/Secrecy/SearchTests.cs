using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.IntegrationTests.Secrecy.Searching;
using TypedWebhookAlerts.IntegrationTests.Secrecy.Sinks;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Secrecy;

/// <summary>The search finds the token wherever it is planted, and in whatever form: that it finds none in a whole life
/// says something.</summary>
[Collection(Alone.Name)]
public sealed class SearchTests
{
    /// <summary>By the place that each plants a text in: the sink that must find it.</summary>
    private static readonly Dictionary<string, (string Sink, Action<Watch, string> Plant)> s_places = new()
    {
        ["a log entry's message"] = (LogSink.Name, (watch, text) => Log(watch, message: text)),
        ["a log entry's value"] = (LogSink.Name, (watch, text) => Log(watch, value: text)),
        ["an object among a log entry's values"] =
            (LogSink.Name, (watch, text) => Log(watch, value: new { In = new { It = text } })),
        ["a log entry's exception"] = (LogSink.Name, (watch, text) => Log(
            watch, exception: new InvalidOperationException("x", new IOException(text)))),
        ["the name of a log entry's event"] = (LogSink.Name, (watch, text) => Log(watch, name: text)),
        ["a scope"] =
            (LogSink.Name, (watch, text) => Log(watch, scope: new Dictionary<string, object> { ["Path"] = text })),
        ["a category"] = (LogSink.Name, (watch, text) => Log(watch, category: text)),
        ["a diagnostic event's payload"] = (DiagnosticSink.Name, (_, text) => Write("Planted", new { Url = text })),
        ["a diagnostic event's name"] = (DiagnosticSink.Name, (_, text) => Write(text, null)),
        ["a request in a diagnostic event"] = (DiagnosticSink.Name, (_, text) =>
        {
            using var request = new HttpRequestMessage();
            request.Headers.TryAddWithoutValidation("X-Planted", text);
            Write("Planted", new { Request = request });
        }),
        ["the exception in a diagnostic event"] = (DiagnosticSink.Name, (_, text) => Write(
            "Planted", new { Exception = new InvalidOperationException { Data = { ["url"] = text } } })),
        ["an activity's name"] = (ActivitySink.Name, (_, text) => Act(text, static _ => { })),
        ["an activity's displayed name"] = (ActivitySink.Name, (_, text) => Act("a", a => a.DisplayName = text)),
        ["an activity's tag"] =
            (ActivitySink.Name, (_, text) => Act("a", a => a.SetTag("url.full", new { It = text }))),
        ["an activity's event"] = (ActivitySink.Name, (_, text) => Act("a", a => a.AddEvent(
            new ActivityEvent("e", tags: new ActivityTagsCollection { ["url"] = text })))),
        ["an activity's exception"] =
            (ActivitySink.Name, (_, text) => Act("a", a => a.AddException(new IOException(text)))),
        ["an activity's baggage"] = (ActivitySink.Name, (_, text) => Act("a", a => a.SetBaggage("url", text))),
        ["an activity's status"] = (ActivitySink.Name, (_, text) => Act(
            "a", a => a.SetStatus(ActivityStatusCode.Error, text))),
        ["an activity's link"] = (ActivitySink.Name, (_, text) => Act("a", a => a.AddLink(
            new ActivityLink(default, new ActivityTagsCollection { ["url"] = text })))),
        ["a metric's tag"] = (MetricSink.Name, (_, text) => Measure("m", meter => meter.CreateCounter<int>("m").Add(
            1, KeyValuePair.Create("url", (object?)text)))),
        ["an observed metric's tag"] = (MetricSink.Name, (watch, text) => Measure("m", meter =>
        {
            meter.CreateObservableGauge(
                "o", () => new Measurement<double>(1, KeyValuePair.Create("url", (object?)text)));
            watch.Metrics.Collect();
        })),
        ["a meter's name"] = (MetricSink.Name, (_, text) => Measure(text, meter => meter.CreateCounter<long>("m"))),
        ["an instrument's description"] = (MetricSink.Name, (_, text) => Measure(
            "m", meter => meter.CreateCounter<long>("m", "s", text))),
        ["a caught exception's message"] =
            (ExceptionSink.Name, (_, text) => Catch(new InvalidOperationException(text))),
        ["a caught exception's data"] = (ExceptionSink.Name, (_, text) => Catch(
            new InvalidOperationException { Data = { [text] = 1 } })),
        ["a caught exception's cause"] = (ExceptionSink.Name, (_, text) => Catch(
            new AggregateException(new IOException("x", new UriFormatException(text))))),
        ["what a caught exception prints"] = (ExceptionSink.Name, (_, text) => Catch(new PrintedException(text))),
        ["the exception of a task that nobody looks at"] = (ExceptionSink.Unobserved, (_, text) => Forget(text)),
        ["standard output"] = (StreamSink.Name, (watch, text) =>
        {
            Console.WriteLine(text);
            watch.Streams.Look();
        }),
        ["standard error"] = (StreamSink.Name, (watch, text) =>
        {
            Console.Error.Write(text);
            watch.Streams.Look();
        }),
        ["a file"] =
            (Watch.Files, (watch, text) => WriteFile(watch, "alerts.jsonl", $"{{}}\n{{\"text\":\"{text}\"}}\n")),
        ["a health report"] = (Watch.Objects, (watch, text) => watch.Look("health", new HealthReport(
            new Dictionary<string, HealthReportEntry>
            {
                ["alerts"] = new(HealthStatus.Degraded, text, default, null, null),
            },
            default))),
        ["the data of a health report"] = (Watch.Objects, (watch, text) => watch.Look("health", new HealthReport(
            new Dictionary<string, HealthReportEntry>
            {
                ["alerts"] = new(
                    HealthStatus.Degraded, null, default, null, new Dictionary<string, object> { ["route"] = text }),
            },
            default))),
        ["the check of a route"] = (Watch.Objects, (watch, text) => watch.Look("check", new RouteCheck
        {
            Route = "error", State = RouteState.Ready, IsReachable = true, WebhookName = text,
        })),
        ["the reasons of a pipeline's health"] =
            (Watch.Objects, (watch, text) => watch.Look("health", new PipelineHealth
        {
            Status = PipelineStatus.Degraded, Reasons = [text], Routes = new Dictionary<string, RouteHealth>(),
        })),
    };

    public static TheoryData<string> Places => [.. s_places.Keys];

    [Theory]
    [MemberData(nameof(Places))]
    public void TheTokenIsFoundWhereItIsPlantedInWhateverForm(string place)
    {
        var (sink, plant) = s_places[place];
        using var watch = new Watch(new Sentinel(seed: 1));
        Assert.All(Disguises.All, disguise =>
        {
            var before = watch.Search.Finds.Count;
            plant(watch, disguise.Value(watch.Sentinel.Token));
            Assert.Contains(
                watch.Search.Finds.Skip(before), find => find.StartsWith(sink + ":", StringComparison.Ordinal));
        });
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void AnotherTokenIsNot(string place)
    {
        using var watch = new Watch(new Sentinel(seed: 1));
        s_places[place].Plant(watch, new Sentinel(seed: 2).Token);

        Assert.Empty(watch.Search.Finds);
    }

    [Fact]
    public void ElevenCharactersAreNoFind()
    {
        var sentinel = new Sentinel(seed: 1);
        var search = new SecretSearch(sentinel);

        Assert.False(search.IsIn(sentinel.Token[..(SecretSearch.Least - 1)]));
        Assert.True(search.IsIn(sentinel.Token[^SecretSearch.Least..]));
    }

    private static void Log(
        Watch watch,
        string message = "",
        object? value = null,
        Exception? exception = null,
        string? name = null,
        object? scope = null,
        string category = "planted")
    {
        var logger = watch.Log.CreateLogger(category);
        using var lying = logger.BeginScope(scope ?? "none");
        KeyValuePair<string, object?>[] state = [KeyValuePair.Create("value", value)];
        logger.Log(LogLevel.Trace, new EventId(1, name), state, exception, (_, _) => message);
    }

    private static void Write(string name, object? payload)
    {
        using var listener = new DiagnosticListener("planted");
        listener.Write(name, payload);
    }

    private static void Act(string name, Action<Activity> act)
    {
        using var source = new ActivitySource("planted");
        using var activity = source.StartActivity(name);
        act(activity!);
    }

    private static void Measure(string name, Action<Meter> measure)
    {
        using var meter = new Meter(name);
        measure(meter);
    }

    private static void Catch(Exception exception)
    {
        // It is whatever is planted.
        try
        {
            throw exception;
        }
        catch (Exception)
        {
        }
    }

    private static void Forget(string text)
    {
        ForgetTask(text);
        ExceptionSink.BringOut();
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static void ForgetTask(string text) => _ = Task.FromException(new IOException(text));

    private static void WriteFile(Watch watch, string name, string text)
    {
        var folder = Directory.CreateTempSubdirectory("planted");
        File.WriteAllText(Path.Combine(folder.FullName, name), text);
        watch.LookAtFiles(folder.FullName);
        folder.Delete(recursive: true);
    }

    private sealed class PrintedException(string text) : Exception("x")
    {
        public override string ToString() => text;
    }
}
