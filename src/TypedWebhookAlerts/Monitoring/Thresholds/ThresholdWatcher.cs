using System.Globalization;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Dispatch;

namespace TypedWebhookAlerts.Monitoring;

/// <summary>Watches the metrics that the options name, as long as the pipeline runs.</summary>
/// <remarks>
/// One thread at a time has the turn: to take new options, or to look. Who comes meanwhile leaves it what there is to
/// do, and waits for nobody: a look asks the application's observable instruments, which may take their time.
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
    private ITimer? _timer;
    private TimeSpan _interval;
    private WebhookAlertOptions? _options;
    private CultureInfo _culture = CultureInfo.InvariantCulture;
    private ILogger _log = StandardErrorLogger.Instance;
    private long _start;
    private bool _toldDefect;
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
            _isTaken = _isEnded ? _listener is not null : _next is not null;
            return !_isTaken;
        }
    }

    private void Act(bool looks)
    {
        WebhookAlertOptions? next;
        bool isEnded;
        lock (_gate)
        {
            (next, _next) = (_next, null);
            isEnded = _isEnded;
        }

        try
        {
            if (isEnded)
            {
                Close();
                return;
            }

            if (next is not null)
            {
                Apply(next);
            }

            if (looks)
            {
                Look();
            }
        }
        catch (Exception exception)
        {
            // On a timer's thread it would end the process.
            TellDefect(exception);
        }
    }

    private void Apply(WebhookAlertOptions options)
    {
        if (_options is null)
        {
            _log = GuardedLogger.Of(options.LoggerFactory);
            _start = options.TimeProvider.GetTimestamp();
        }

        _options = options;
        _culture = AlertCulture.Of(options) ?? CultureInfo.InvariantCulture;
        if (ReplaceWatches(options))
        {
            _listener ??= new ThresholdListener();
            _listener.Listen([.. _watches.Values]);
        }

        SetTimer(options, _watches.Count == 0 ? Timeout.InfiniteTimeSpan : options.ThresholdInterval);
    }

    /// <summary>Makes the watches those of the options; what has not changed goes on as it is.</summary>
    /// <returns>Whether there is a change.</returns>
    private bool ReplaceWatches(WebhookAlertOptions options)
    {
        var rules = options.Thresholds
            .Select(threshold => ThresholdRule.Of(threshold.Key, threshold.Value))
            .ToDictionary(rule => rule.Name, StringComparer.OrdinalIgnoreCase);
        var former = _watches.Values.Where(watch => !IsIn(rules, watch.Rule)).ToList();
        foreach (var watch in former)
        {
            watch.End(rules.ContainsKey(watch.Rule.Name) ? "Its threshold was changed." : "It is no longer watched.");
            _watches.Remove(watch.Rule.Name);
        }

        var added = rules.Values.Where(rule => !_watches.ContainsKey(rule.Name)).ToList();
        foreach (var rule in added)
        {
            _watches.Add(rule.Name, new ThresholdWatch(rule, pipeline, _log, Now()));
        }

        return former.Count + added.Count > 0;
    }

    private static bool IsIn(Dictionary<string, ThresholdRule> rules, ThresholdRule rule)
        => rules.TryGetValue(rule.Name, out var next) && next.IsSameAs(rule);

    private void SetTimer(WebhookAlertOptions options, TimeSpan interval)
    {
        if (_timer is null && interval == Timeout.InfiniteTimeSpan)
        {
            return;
        }

        if (_timer is null)
        {
            // The look belongs to nobody: it has not the trace, nor the scopes, of whoever started the pipeline.
            using var flow = ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow();
            _timer = options.TimeProvider.CreateTimer(_ => TakeTurn(looks: true), state: null, interval, interval);
        }
        else if (interval != _interval)
        {
            _timer.Change(interval, interval);
        }

        _interval = interval;
    }

    private void Look()
    {
        var now = Now();
        try
        {
            _listener?.Observe();
        }
        catch (AggregateException exception)
        {
            TellFailure(exception);
        }

        foreach (var watch in _watches.Values)
        {
            watch.Look(now, _culture);
        }
    }

    private TimeSpan Now() => _options!.TimeProvider.GetElapsedTime(_start);

    private void Close()
    {
        _timer?.Dispose();
        _listener?.Dispose();
        (_timer, _listener) = (null, null);
        _watches.Clear();
    }

    private void TellFailure(AggregateException exception)
    {
        if (!_toldFailure)
        {
            _toldFailure = true;
            var failures = exception.InnerExceptions.Select(inner => inner.GetType().Name).Distinct();
            _log.InstrumentsFailed(string.Join(", ", failures));
        }
    }

    private void TellDefect(Exception exception)
    {
        if (!_toldDefect)
        {
            _toldDefect = true;
            _log.WatcherFailed(exception.GetType().Name);
        }
    }
}
