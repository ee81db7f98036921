using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.Delivery;

/// <summary>Takes a lane's steps, one after another, until it ends. A defect costs what it failed of, and not the
/// lane.</summary>
internal sealed class LaneLoop(LaneParts parts)
{
    private static readonly TimeSpan s_firstRestart = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longestRestart = TimeSpan.FromMinutes(1);

    private readonly LaneWork _work = new(parts);
    private LaneReload? _reload;
    private TimeSpan _restart = s_firstRestart;
    private bool _hasToldDefect;

    /// <summary>Takes other options between two steps.</summary>
    public void Reload(LaneReload reload) => Volatile.Write(ref _reload, reload);

    public async Task RunAsync()
    {
        while (!parts.Stopping.IsCancellationRequested && !parts.Backlog.IsRetired)
        {
            try
            {
                TakeReload();
                var step = parts.Planner.Next();
                await _work.TakeAsync(step).ConfigureAwait(false);
                _restart = step is LaneStep.Wait ? _restart : s_firstRestart;
            }
            catch (Exception exception)
            {
                // A defect of ours must show in the log and the ledger, not as silence.
                await RestartAsync(exception).ConfigureAwait(false);
            }
        }
    }

    private void TakeReload()
    {
        if (Interlocked.Exchange(ref _reload, null) is { } reload)
        {
            var options = reload.Options;
            parts.Backlog.Configure(options.MaxQueuedBytes);
            parts.Windows.Configure(options.MaxRequestsPerMinute);
            parts.Health.Configure(options);
            parts.Sender.Configure(options.Retry);
            parts.Planner.Configure(options);
            parts.Notes = reload.Notes;
        }
    }

    /// <summary>Goes on after a defect with all there is. What it failed of is tried in parts, and what it fails of
    /// alone is given up.</summary>
    private async Task RestartAsync(Exception exception)
    {
        parts.Departures.Refuse(parts.Posts.Recover(), DropReason.Undeliverable);
        if (!_hasToldDefect)
        {
            _hasToldDefect = true;
            parts.Log.LaneFailed(parts.Name, exception.GetType().Name);
        }

        var until = parts.Clock.Now + _restart;
        _restart = _restart * 2 < s_longestRestart ? _restart * 2 : s_longestRestart;
        while (parts.Clock.Now < until && !parts.Stopping.IsCancellationRequested)
        {
            await parts.Clock.WaitAsync(until - parts.Clock.Now).ConfigureAwait(false);
        }
    }
}
