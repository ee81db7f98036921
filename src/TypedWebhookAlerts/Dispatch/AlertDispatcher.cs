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
    private readonly FollowerRoom _followers = new();
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
        var routes = _routes.Resolve(record.Descriptor);
        if (routes.Length == 0)
        {
            _counters.Accept();
            Drop(record, DropReason.NoRoute);
            return;
        }

        var refused = _states.Get(record.Descriptor).TakeUntoldRefusals();
        if (TryFold(record, now, raisedAt, refused))
        {
            _counters.Accept();
            return;
        }

        // Counted only now: while it is rendered, which may be a user's code, the ring still counts it.
        var rendered = Render(record, raisedAt);
        _counters.Accept();
        if (rendered is null)
        {
            Drop(record, DropReason.Undeliverable);
            return;
        }

        Enqueue(record, routes, rendered, now, raisedAt, refused);
    }

    /// <summary>Ends a run of alerts that were taken together: now the lanes may begin.</summary>
    public void EndRun()
    {
        foreach (var lane in _routes.Lanes)
        {
            lane.Announce();
        }
    }

    private bool TryFold(in AlertRecord record, TimeSpan now, DateTimeOffset raisedAt, long refused)
    {
        if (WindowOf(record.Descriptor) == TimeSpan.Zero)
        {
            return false;
        }

        _key.Read(record);
        return _coalescer.TryFold(_key.Value, now, raisedAt, refused, record.Tracker);
    }

    private void Drop(in AlertRecord record, DropReason reason)
    {
        _counters.Drop(reason, record.Descriptor.Level, 1);
        record.Tracker?.Settle(AlertOutcome.Dropped(reason));
    }

    private void Enqueue(
        in AlertRecord record,
        Route[] routes,
        RenderedAlert rendered,
        TimeSpan now,
        DateTimeOffset raisedAt,
        long refused)
    {
        var window = WindowOf(record.Descriptor);
        var alert = record.Descriptor;
        var origin = new AlertOrigin(alert.Name, alert.EventId, alert.Level, raisedAt);
        var account = new AlertAccount(_counters, origin, record.Tracker, _followers);
        var copies = Array.ConvertAll(routes, route =>
            new AlertCopy(account, route.Counters, rendered, refused) { FoldFor = window, Frame = route.Frame });
        Array.ForEach(copies, account.Add);
        if (window > TimeSpan.Zero)
        {
            _coalescer.Add(_key.Value, account, now, now + window);
        }

        for (var i = 0; i < routes.Length; i++)
        {
            routes[i].Lane.Enqueue(copies[i]);
        }
    }

    private TimeSpan WindowOf(AlertDescriptor alert)
        => alert.CoalesceSeconds < 0 ? _window : TimeSpan.FromSeconds(alert.CoalesceSeconds);

    /// <summary>Renders an alert.</summary>
    /// <returns>Null when not even its name could be: a defect of ours.</returns>
    private RenderedAlert? Render(in AlertRecord record, DateTimeOffset raisedAt)
    {
        var alert = record.Descriptor;
        var heading = new AlertHeading(alert.Level, alert.Color, raisedAt);
#pragma warning disable CA1031 // one alert that cannot be rendered must not stop those behind it
        try
        {
            _formatter.Begin(heading);
            var reader = record.CreateReader();
            alert.Render(ref reader, _formatter);
            return _formatter.Finish();
        }
        catch (Exception exception)
        {
            _log.NotRendered(alert.Name, exception.GetType().Name);
        }

        try
        {
            return RenderNameOnly(alert, heading);
        }
        catch (Exception exception)
        {
            _log.DispatchFailed(alert.Name, exception.GetType().Name);
            return null;
        }
#pragma warning restore CA1031
    }

    private RenderedAlert RenderNameOnly(AlertDescriptor alert, in AlertHeading heading)
    {
        _formatter.Begin(heading);
        _formatter.BeginDescription();
        _formatter.Text(alert.Name);
        _formatter.Literal(" was raised, but could not be rendered."u8);
        _formatter.End();
        return _formatter.Finish();
    }
}
