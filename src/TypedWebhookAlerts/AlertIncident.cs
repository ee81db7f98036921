using System.ComponentModel;
using TypedWebhookAlerts.Capture;

namespace TypedWebhookAlerts;

/// <summary>
/// Something that has begun and will end: the return type of a declared alert. The call tells that it has begun,
/// <see cref="Update"/> how it goes, <see cref="Resolve"/> or <see cref="Dispose"/> that it is over.
/// </summary>
/// <remarks>
/// No member throws or waits, and all may be called from any thread. What is told takes the way of the alert itself:
/// its pipeline, its level, its route. Of a call that was ignored or refused nothing is told: nobody has heard of it.
/// </remarks>
public sealed class AlertIncident : AlertTracker, IRecordKeeper, IDisposable
{
    private readonly Lock _gate = new();
    private readonly AlertPipeline _pipeline;
    private readonly AlertDescriptor _alert;
    private volatile bool _isResolved;

    private AlertIncident(AlertPipeline pipeline, AlertDescriptor alert)
    {
        _pipeline = pipeline;
        _alert = alert;
    }

    /// <summary>The alert that opened it.</summary>
    internal AlertDescriptor Alert => _alert;

    /// <summary>The incident of every call that is ignored: nothing is told of it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static AlertIncident Ignored { get; } = CreateIgnored();

    /// <inheritdoc/>
    internal override bool TakesRepeats => !_isResolved;

    /// <summary>What it was opened with. Known to the pump once it has taken the call.</summary>
    internal KeptRecord? Opening { get; private set; }

    /// <summary>Opens an incident. Called by generated code.</summary>
    /// <param name="pipeline">The pipeline that takes the alert.</param>
    /// <param name="alert">The alert.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static AlertIncident Open(AlertPipeline pipeline, AlertDescriptor alert) => new(pipeline, alert);

    /// <summary>Tells how it goes. Once it is resolved, and for a text without content, nothing is sent.</summary>
    /// <param name="text">What is new. Shown as it is, up to 4,096 UTF-16 units.</param>
    public void Update(string text)
    {
        if (IsUnheardOf || string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        lock (_gate)
        {
            if (!_isResolved)
            {
                Raise(IncidentNews.Of(_alert).Update, text);
            }
        }
    }

    /// <summary>Tells that it is over, in green, and how long it lasted. Only the first call does anything.</summary>
    /// <param name="text">What ended it, if there is anything to say. Shown as it is, up to 4,096 UTF-16 units.</param>
    public void Resolve(string? text = null)
    {
        if (IsUnheardOf)
        {
            return;
        }

        // Held for no longer than a copy takes, so that no update is told after the end.
        lock (_gate)
        {
            if (!_isResolved)
            {
                _isResolved = true;
                Raise(IncidentNews.Of(_alert).Resolution, string.IsNullOrWhiteSpace(text) ? null : text);
            }
        }
    }

    /// <summary>As <see cref="Resolve"/> without words, unless it is resolved already.</summary>
    public void Dispose() => Resolve();

    void IRecordKeeper.Keep(in AlertRecord record) => Opening = new KeptRecord(record);

    private void Raise(AlertDescriptor news, string? text)
    {
        if (_pipeline.IsEnabled(news)
            && _pipeline.TryClaim(news, AlertWriter.SizeOf(text), new IncidentMessage(this), out var record))
        {
            record.Write(text);
            record.Commit();
        }
    }

    private bool IsUnheardOf
        => Delivered.IsCompletedSuccessfully
            && Delivered.Result.Kind is AlertOutcomeKind.Ignored or AlertOutcomeKind.Refused;

    private static AlertIncident CreateIgnored()
    {
        // It belongs to no call, and it raises nothing: whose alert it is does not matter.
        var incident = new AlertIncident(pipeline: null!, alert: null!);
        incident.Settle(AlertOutcome.Ignored);
        return incident;
    }
}
