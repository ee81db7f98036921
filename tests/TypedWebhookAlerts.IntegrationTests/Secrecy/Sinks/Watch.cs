using TypedWebhookAlerts.IntegrationTests.Secrecy.Searching;

namespace TypedWebhookAlerts.IntegrationTests.Secrecy.Sinks;

/// <summary>Everything in the process that a secret can get into, watched.</summary>
internal sealed class Watch : IDisposable
{
    public const string Files = "file";
    public const string Objects = "object";

    private readonly DiagnosticSink _diagnostics;
    private readonly ActivitySink _activities;
    private readonly ExceptionSink _exceptions;

    public Watch(Sentinel sentinel)
    {
        Sentinel = sentinel;
        Search = new SecretSearch(sentinel);
        Log = new LogSink(Search);
        Metrics = new MetricSink(Search);
        Streams = new StreamSink(Search);
        _diagnostics = new DiagnosticSink(Search);
        _activities = new ActivitySink(Search);
        _exceptions = new ExceptionSink(Search);
    }

    public Sentinel Sentinel { get; }

    public SecretSearch Search { get; }

    public LogSink Log { get; }

    public MetricSink Metrics { get; }

    public StreamSink Streams { get; }

    /// <summary>Looks at an object that the application holds, all it shows.</summary>
    public void Look(string name, object? thing) => Search.LookInto(Objects, name, thing);

    /// <summary>Looks at the files of a folder.</summary>
    public void LookAtFiles(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            Search.Look(Files, "name", file);
            foreach (var line in File.ReadLines(file))
            {
                Search.Look(Files, Path.GetFileName(file), line);
            }
        }
    }

    /// <summary>Looks at what comes out only at the end.</summary>
    public void End()
    {
        ExceptionSink.BringOut();
        Metrics.Collect();
        Streams.Look();
    }

    public void Dispose()
    {
        _exceptions.Dispose();
        _activities.Dispose();
        _diagnostics.Dispose();
        Streams.Dispose();
        Metrics.Dispose();
        Log.Dispose();
    }
}
