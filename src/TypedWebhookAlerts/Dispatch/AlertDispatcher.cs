using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Capture;
using TypedWebhookAlerts.Delivery;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>What the pump does with a captured alert: fold it into an equal one, or render it and hand it to its
/// routes.</summary>
internal sealed class AlertDispatcher
{
    private readonly CoalescingKey _key = new();
    private readonly Coalescer _coalescer = new();
    private readonly DiscordFormatter _formatter;
    private readonly AlertStates _states;
    private readonly RouteTable _routes;
    private readonly OutcomeCounters _counters;
    private readonly TimeSpan _window;
    private readonly ILogger _log;

    public AlertDispatcher(
        WebhookAlertOptions options,
        DiscordFormatter formatter,
        AlertStates states,
        RouteTable routes,
        OutcomeCounters counters,
        ILogger log)
    {
        _formatter = formatter;
        _states = states;
        _routes = routes;
        _counters = counters;
        _window = options.CoalesceWindow;
        _log = log;
    }

    /// <summary>Dispatches one alert.</summary>
    /// <param name="record">The captured alert.</param>
    /// <param name="now">The pump's monotonic time.</param>
    /// <param name="raisedAt">When it was raised.</param>
    public void Dispatch(in AlertRecord record, TimeSpan now, DateTimeOffset raisedAt)
    {
        var alert = record.Descriptor;
        var routes = _routes.Resolve(alert);
        _counters.Accept();
        if (routes.Length == 0)
        {
            _counters.Drop(DropReason.NoRoute, 1);
            return;
        }

        try
        {
            Dispatch(record, routes, now, raisedAt);
        }
#pragma warning disable CA1031 // a defect of ours must not end every alert after it, nor leave a hole in the ledger
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _counters.Drop(DropReason.Undeliverable, 1);
            _log.DispatchFailed(alert.Name, exception.GetType().Name);
        }
    }

    /// <summary>Ends a run of alerts that were taken together: now the lanes may begin.</summary>
    public void EndRun()
    {
        foreach (var lane in _routes.Lanes)
        {
            lane.Announce();
        }
    }

    private void Dispatch(in AlertRecord record, Route[] routes, TimeSpan now, DateTimeOffset raisedAt)
    {
        var alert = record.Descriptor;
        var refused = _states.Get(alert).TakeUntoldRefusals();
        var window = alert.CoalesceSeconds < 0 ? _window : TimeSpan.FromSeconds(alert.CoalesceSeconds);
        _key.Read(record);
        if (window > TimeSpan.Zero && _coalescer.TryFold(_key.Value, now, raisedAt, refused))
        {
            return;
        }

        var copies = CreateCopies(routes, Render(record, raisedAt), alert.Level, raisedAt, refused, window);
        if (window > TimeSpan.Zero)
        {
            _coalescer.Add(_key.Value, copies[0].Account, now, now + window);
        }

        for (var i = 0; i < routes.Length; i++)
        {
            routes[i].Lane.Enqueue(copies[i]);
        }
    }

    private AlertCopy[] CreateCopies(
        Route[] routes, RenderedAlert rendered, LogLevel level, DateTimeOffset raisedAt, long refused, TimeSpan window)
    {
        var account = new AlertAccount(_counters);
        var copies = new AlertCopy[routes.Length];
        for (var i = 0; i < routes.Length; i++)
        {
            copies[i] = new AlertCopy(account, routes[i].Counters, rendered, level, raisedAt, refused)
            {
                FoldFor = window,
            };
            account.Add(copies[i]);
        }

        return copies;
    }

    private RenderedAlert Render(in AlertRecord record, DateTimeOffset raisedAt)
    {
        var alert = record.Descriptor;
        var heading = new AlertHeading(alert.Level, alert.Color, raisedAt);
        try
        {
            _formatter.Begin(heading);
            var reader = record.CreateReader();
            alert.Render(ref reader, _formatter);
        }
#pragma warning disable CA1031 // one alert that cannot be rendered must not stop those behind it
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _log.NotRendered(alert.Name, exception.GetType().Name);
            _formatter.Begin(heading);
            _formatter.BeginDescription();
            _formatter.Text(alert.Name);
            _formatter.Literal(" was raised, but could not be rendered."u8);
            _formatter.End();
        }

        return _formatter.Finish();
    }
}
