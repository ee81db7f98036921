using System.Globalization;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Dispatch;

namespace TypedWebhookAlerts.Monitoring;

/// <summary>Watches the metrics that the options name, as long as the pipeline runs.</summary>
/// <remarks>
/// One thread at a time has the turn: to take new options, or to look. Who comes meanwhile leaves it what there is to do, and
/// waits for nobody: a look asks the application's observable instruments, which may take their time.
/// </remarks>
internal sealed class ThresholdWatcher(AlertPipeline pipeline) : IPipelineCompanion
{
    private readonly Lock _gate = new();
    private WebhookAlertOptions? _next;
    private bool _isTaken;
    private bool _isEnded;

    // What follows belongs to whoever has the turn.
    private readonly Dictionary<string, ThresholdWatch> _watches = new(StringComparer.OrdinalIgnoreCase);
    private ThresholdListener? _listener;
    private WebhookAlertOptions? _options;
    private ILogger? _log;
    private ITimer? _timer;
    private long _start;
    private TimeSpan _lastLook;
    private bool _toldFailure;

    public void Configure(WebhookAlertOptions options)
    {
        lock (_gate)
        {
            _next = options;
        }

        TakeTurn(looks: false);
    }

    /// <summary>Ends the watching. What is open stays so: the pipeline says of it that the application stops.</summary>
    public ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _isEnded = true;
        }

        TakeTurn(looks: false);
        return ValueTask.CompletedTask;
    }

    private void TakeTurn(bool looks)
    {
        lock (_gate)
        {
            if (_isTaken)
            {
                return;
            }

            _isTaken = true;
        }

        do
        {
            Act(looks);
            looks = false;
        }
        while (!TryGiveTurn());
    }

    /// <summary>Gives the turn back, unless something was left to do.</summary>
    private bool TryGiveTurn()
    {
        lock (_gate)
        {
            _isTaken = _next is not null || (_isEnded && _listener is not null);
            return !_isTaken;
        }
    }

    private void Act(bool looks)
    {
        WebhookAlertOptions? next;
        lock (_gate)
        {
            (next, _next) = (_next, null);
            if (_isEnded)
            {
                Close();
                return;
            }
        }

        try
        {
            if (next is not null)
            {
                Apply(next);
            }

            if (looks)
            {
                Look();
            }
        }
#pragma warning disable CA1031 // on a timer's thread it would end the process
        catch (Exception exception)
#pragma warning restore CA1031
        {
            TellFailure(exception);
        }
    }

    private void Apply(WebhookAlertOptions options)
    {
        if (_options is null)
        {
            _log = new GuardedLogger(
                options.LoggerFactory?.CreateLogger("TypedWebhookAlerts") ?? StandardErrorLogger.Instance);
            _start = options.TimeProvider.GetTimestamp();
        }

        var former = _options;
        _options = options;
        if (!Replace(options.Thresholds))
        {
            // Nothing is watched, or what was: but perhaps more often.
        }
        else
        {
            (_listener ??= new ThresholdListener()).Listen([.. _watches.Values]);
        }

        if (_watches.Count == 0 || former?.ThresholdInterval != options.ThresholdInterval)
        {
            SetTimer(options);
        }
    }
}
