using TypedWebhookAlerts.Delivery;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>The end of an engine that is disposed: it takes what is in the closed ring, flushes for at most 5 seconds,
/// and drops the rest: into the fallback file, if there is one.</summary>
internal sealed class OrderlyEnd(
    AlertPump pump,
    PipelineFlushes flushes,
    Routing routing,
    FallbackSpill spill,
    WebhookSender sender,
    InvalidRequestBudget refused,
    TimeProvider time)
{
    private volatile Task<bool>? _flush;
    private volatile bool _isOver;

    /// <summary>Whether it does what waits for no clock: all is sent, or what is left is being given up.</summary>
    public bool IsAtWork => _flush is { IsCompleted: true } && !_isOver;

    /// <summary>Whether nothing goes on any more.</summary>
    public bool IsOver => _isOver;

    public async Task RunAsync()
    {
        try
        {
            await EndAsync().ConfigureAwait(false);
        }
        finally
        {
            _isOver = true;
        }
    }

    private async Task EndAsync()
    {
        pump.Stop();
        _flush = EndsWithinAsync(flushes.RunAsync(), EnginePatience.Flush, time);
        if (!await _flush.ConfigureAwait(false))
        {
            pump.GiveUp();

            // What it still takes out of the ring is left, too.
            await EndsWithinAsync(pump.DrainAsync(), EnginePatience.Drain, TimeProvider.System).ConfigureAwait(false);
        }

        // Before the lanes give up what is under way, and with none that begins another request meanwhile.
        foreach (var lane in routing.Lanes)
        {
            lane.Seize();
        }

        var closing = Task.Run(CloseAsync);
        if (!await EndsWithinAsync(closing, EnginePatience.Close, TimeProvider.System).ConfigureAwait(false))
        {
            foreach (var lane in routing.Lanes)
            {
                lane.Abandon();
            }
        }
    }

    private async Task CloseAsync()
    {
        spill.Write("Closed");
        await Task.WhenAll(routing.Lanes.Select(lane => lane.StopAsync())).ConfigureAwait(false);
        spill.MarkDelivered();
        foreach (var lane in routing.Lanes)
        {
            await lane.DisposeAsync().ConfigureAwait(false);
        }

        pump.Dispose();
        sender.Dispose();
        refused.Save();
    }

    private static async Task<bool> EndsWithinAsync(Task task, TimeSpan patience, TimeProvider time)
    {
        try
        {
            await task.WaitAsync(patience, time).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
