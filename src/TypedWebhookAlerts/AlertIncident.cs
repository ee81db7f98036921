using System.ComponentModel;
using TypedWebhookAlerts.Capture;

namespace TypedWebhookAlerts;

/// <summary>
/// Something that began and will end: the return type of a declared alert. The call tells that it began,
/// <see cref="Update"/> how it goes, <see cref="Resolve"/> that it is over.
/// </summary>
/// <remarks>No member blocks or throws, and all may be called from any thread.</remarks>
public sealed class AlertIncident : AlertTracker, IDisposable
{
    private readonly AlertPipeline? _pipeline;
    private readonly AlertDescriptor? _alert;
    private int _isResolved;

    private AlertIncident(AlertPipeline? pipeline, AlertDescriptor? alert)
    {
        _pipeline = pipeline;
        _alert = alert;
    }

    /// <summary>The incident of every call that is ignored: nothing that is told of it is sent.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static AlertIncident Ignored { get; } = CreateIgnored();

    /// <summary>Opens an incident. Called by generated code.</summary>
    /// <param name="pipeline">The pipeline that takes the alert.</param>
    /// <param name="alert">The alert.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static AlertIncident Open(AlertPipeline pipeline, AlertDescriptor alert) => new(pipeline, alert);

    /// <summary>Tells how it goes.</summary>
    /// <param name="text">What is new. Shown as it is, up to 4,096 UTF-16 units.</param>
    public void Update(string text)
    {
        if (_isResolved == 0)
        {
            Tell(text);
        }
    }

    /// <summary>Tells that it is over, in green, and how long it lasted. Only the first call does anything.</summary>
    /// <param name="text">What ended it, if there is anything to say. Shown as it is, up to 4,096 UTF-16 units.</param>
    public void Resolve(string? text = null)
    {
        if (Interlocked.Exchange(ref _isResolved, 1) == 0)
        {
            Tell(text);
        }
    }

    /// <summary>As <see cref="Resolve"/> without words, unless it is resolved already.</summary>
    public void Dispose() => Resolve();

    private void Tell(string? text)
    {
        if (_alert is { } alert && _pipeline is { } pipeline && pipeline.IsEnabled(alert))
        {
            _ = text;
        }
    }

    private static AlertIncident CreateIgnored()
    {
        var incident = new AlertIncident(pipeline: null, alert: null);
        incident.Settle(AlertOutcome.Ignored);
        return incident;
    }
}
