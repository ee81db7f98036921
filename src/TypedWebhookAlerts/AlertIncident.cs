using System.ComponentModel;
using TypedWebhookAlerts.Capture;
using TypedWebhookAlerts.Dispatch;

namespace TypedWebhookAlerts;

/// <summary>
/// Something that has begun and will end: the return type of a declared alert. The call opens one message;
/// <see cref="Update"/> adds a line to it, <see cref="Resolve"/> or <see cref="Dispose"/> turns it green.
/// </summary>
/// <remarks>
/// No member throws or waits, and all may be called from any thread. What is told takes the way of the alert itself:
/// its pipeline, its level, its route; <see cref="WebhookAlertAttribute.MaxPerMinute"/> limits the calls that open
/// incidents, not what is told of them, which is gathered. Of a call that was ignored or refused nothing is told:
/// nobody has heard of it. Equal incidents that are open at once share a message, which turns green with the last of
/// them.
/// </remarks>
public sealed class AlertIncident : AlertTracker, IIncident, IDisposable
{
    private readonly Lock _gate = new();
    private readonly AlertPipeline _pipeline;
    private readonly AlertDescriptor _alert;
    private bool _isResolved;

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

    IncidentStory? IIncident.Story { get; set; }

    /// <summary>Opens an incident. Called by generated code.</summary>
    /// <param name="pipeline">The pipeline that takes the alert.</param>
    /// <param name="alert">The alert.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static AlertIncident Open(AlertPipeline pipeline, AlertDescriptor alert) => new(pipeline, alert);

    /// <summary>Tells how it goes, as a line of its message with the time. Once it is resolved, and for a text without
    /// content, nothing is told.</summary>
    /// <param name="text">What is new. Shown as it is, on one line of at most 512 Unicode code points, fewer where the
    /// message has less room. Where there is no room for all lines, the newest are shown and the others
    /// counted.</param>
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
                Raise(IncidentNews.Of(_alert).Update, text, isEnd: false);
            }
        }
    }

    /// <summary>Tells that it is over, in green, and how long it lasted. It finds room even where the ring has none.
    /// Only the first call does anything.</summary>
    /// <param name="text">What ended it, if there is anything to say. Shown as <see cref="Update"/> shows it.</param>
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
                Raise(IncidentNews.Of(_alert).Resolution, string.IsNullOrWhiteSpace(text) ? null : text, isEnd: true);
            }
        }
    }

    /// <summary>As <see cref="Resolve"/> without words, unless it is resolved already.</summary>
    public void Dispose() => Resolve();

    private void Raise(AlertDescriptor news, string? text, bool isEnd)
    {
        // Not asked whether the alert is enabled: what has begun is told to its end.
        _pipeline.Tell(news, text, new IncidentMessage(this, isEnd));
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
