using System.Diagnostics;
using TypedWebhookAlerts.IntegrationTests.Secrecy.Searching;

namespace TypedWebhookAlerts.IntegrationTests.Secrecy.Sinks;

/// <summary>Listens to every source of activities, and asks for all that they can tell.</summary>
internal sealed class ActivitySink : IDisposable
{
    public const string Name = "activity";

    private readonly ActivityListener _listener;

    public ActivitySink(SecretSearch search)
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            SampleUsingParentId = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStarted = activity => search.LookInto(Name, $"{activity.Source.Name} started", activity),
            ActivityStopped = activity => search.LookInto(Name, $"{activity.Source.Name} stopped", activity),
            ExceptionRecorder = (activity, exception, ref _)
                => search.LookInto(Name, $"{activity.Source.Name} exception", exception),
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public void Dispose() => _listener.Dispose();
}
