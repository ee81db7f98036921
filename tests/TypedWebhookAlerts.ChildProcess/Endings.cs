using System.Runtime.CompilerServices;

namespace TypedWebhookAlerts.ChildProcess;

/// <summary>The ways in which a process ends.</summary>
internal static class Endings
{
    private const int MostOtherThreads = 64;

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

    /// <summary>Loses a task that failed, and collects the garbage in which it is. Others follow until one is found: nobody
    /// promises that the first is.</summary>
    public static void LeaveATaskUnobserved()
    {
        using var found = new ManualResetEventSlim();
        TaskScheduler.UnobservedTaskException += (_, e) =>
        {
            Console.WriteLine(e.Observed ? "observed" : "unobserved");
            found.Set();
        };
        while (!found.IsSet)
        {
            Fail();
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Fail()
        => _ = Task.FromException(new InvalidOperationException("in a task that nobody awaits"));

    /// <summary>Takes every thread of the pool there may be, so that nothing asynchronous goes on.</summary>
    public static void StarveThePool()
    {
        // What the first request left to do (its connection goes back among the idle ones) shall not starve too.
        using var settled = new ManualResetEventSlim();
        settled.Wait(TimeSpan.FromSeconds(1));

        ThreadPool.GetMinThreads(out var threads, out var ports);
        ThreadPool.SetMaxThreads(threads, ports);
        using var allAreTaken = new ManualResetEventSlim();
        var taken = 0;

        // A busy machine may have made the pool larger before: its other threads must find no other work either.
        for (var i = 0; i < threads + MostOtherThreads; i++)
        {
            ThreadPool.UnsafeQueueUserWorkItem(
                _ =>
                {
                    if (Interlocked.Increment(ref taken) == threads)
                    {
                        allAreTaken.Set();
                    }

                    Wait();
                },
                null);
        }

        allAreTaken.Wait();
    }
}
