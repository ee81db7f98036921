namespace TypedWebhookAlerts.ChildProcess;

/// <summary>The ways in which a process ends.</summary>
internal static class Endings
{
    /// <summary>Waits to be killed.</summary>
    public static void Wait()
    {
        using var never = new ManualResetEventSlim();
        never.Wait();
    }

    /// <summary>Dies on a thread of the pool.</summary>
    public static void CrashOnThePool()
    {
        ThreadPool.UnsafeQueueUserWorkItem(static _ => throw new InvalidOperationException("on the pool"), null);
        Wait();
    }

    /// <summary>Takes every thread of the pool there may be, so that nothing asynchronous goes on.</summary>
    public static void StarveThePool()
    {
        ThreadPool.GetMinThreads(out var threads, out var ports);
        ThreadPool.SetMaxThreads(threads, ports);
        using var taken = new CountdownEvent(threads);
        for (var i = 0; i < threads; i++)
        {
            ThreadPool.UnsafeQueueUserWorkItem(
                _ =>
                {
                    taken.Signal();
                    Wait();
                },
                null);
        }

        taken.Wait();
    }
}
