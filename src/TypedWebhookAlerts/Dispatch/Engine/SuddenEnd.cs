using TypedWebhookAlerts.Delivery;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>What an engine does on the thread that ends its process: by a signal, by an exit or by a crash.</summary>
internal sealed class SuddenEnd(
    AlertPump pump,
    PipelineFlushes flushes,
    FallbackSpill spill,
    CrashFlush crash,
    InvalidRequestBudget refused)
{
    private readonly Lock _crashGate = new();
    private int _endings;
    private bool _hasCrashed;

    /// <summary>Flushes on the calling thread for at most 5 seconds, and writes what is left into the fallback file:
    /// the process probably ends then.</summary>
    /// <param name="reason">What ends it.</param>
    public void Exit(string reason)
    {
        try
        {
            // Who asks a second time is out of patience.
            var patience = Interlocked.Increment(ref _endings) == 1 ? EnginePatience.Flush : TimeSpan.Zero;
            pump.DrainAsync(isEnd: true).Wait(EnginePatience.Drain);
            if (!PoolRelief.Wait(flushes.RunAsync().Wait, new CrashDeadline(patience)))
            {
                spill.Write(reason);
            }

            refused.Save();
        }
        catch (Exception)
        {
            // Nobody is left to be told, and the end of the process must not become a crash.
        }
        finally
        {
            Interlocked.Decrement(ref _endings);
        }
    }

    /// <summary>Keeps what it can in a process that dies when this returns.</summary>
    public void Crash()
    {
        // Another thread may die meanwhile: it waits, as its return would end the process.
        lock (_crashGate)
        {
            if (_hasCrashed)
            {
                return;
            }

            _hasCrashed = true;
            try
            {
                pump.DrainAsync(isEnd: true).Wait(EnginePatience.CrashDrain);
                crash.Run();
                refused.Save();
            }
            catch (Exception)
            {
                // Nobody is left to be told.
            }
        }
    }
}
