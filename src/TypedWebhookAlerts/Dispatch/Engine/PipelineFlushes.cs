using System.Collections.Concurrent;
using TypedWebhookAlerts.Delivery;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>The flushes of a pipeline: each has it send all that was raised before, the pump first, then the lanes, and
/// what moves between them meanwhile.</summary>
internal sealed class PipelineFlushes(AlertPump pump, Routing routing, FallbackChain chain, FallbackWriter unrouted)
{
    private readonly ConcurrentDictionary<Task, byte> _laneFlushes = [];
    private int _inPump;

    /// <summary>Whether one of them waits for the pump.</summary>
    public bool WaitsForPump => Volatile.Read(ref _inPump) > 0;

    /// <summary>Whether one of them waits for lanes that have ended their part.</summary>
    public bool IsAboutToGoOn => _laneFlushes.Keys.Any(flush => flush.IsCompleted);

    public async Task RunAsync()
    {
        var (moves, lanes) = await BeginAsync().ConfigureAwait(false);
        await lanes.ConfigureAwait(false);

        // What moved meanwhile may be in a lane that had nothing to wait for; no alert moves through more routes.
        for (var i = 0; i < routing.Lanes.Count && moves != chain.Moves; i++)
        {
            moves = chain.Moves;
            await FlushLanesAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Has the lanes flush what they have once all that was raised before is in them.</summary>
    private async Task<(long Moves, Task Lanes)> BeginAsync()
    {
        Interlocked.Increment(ref _inPump);
        try
        {
            await pump.DrainAsync().ConfigureAwait(false);
            return (chain.Moves, FlushLanesAsync());
        }
        finally
        {
            Interlocked.Decrement(ref _inPump);
        }
    }

    private async Task FlushLanesAsync()
    {
        var lanes = Task.WhenAll(routing.Lanes.Select(lane => lane.FlushAsync()).Append(unrouted.Written));
        _laneFlushes.TryAdd(lanes, 0);
        await lanes.ConfigureAwait(false);
        _laneFlushes.TryRemove(lanes, out _);
    }
}
