using System.Runtime.CompilerServices;

namespace TypedWebhookAlerts.ChildProcess;

/// <summary>The ways in which a process ends.</summary>
internal static class Endings
{
    private const int SpareThreads = 8;

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

    /// <summary>Loses a task that failed, and collects the garbage in which it is. Others follow until one is found:
    /// nobody promises that the first is.</summary>
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

    /// <summary>How many threads the pool may have.</summary>
    public static (int Least, int Most) PoolLimits()
    {
        ThreadPool.GetMinThreads(out var least, out _);
        ThreadPool.GetMaxThreads(out var most, out _);
        return (least, most);
    }

    /// <summary>Takes every thread of the pool there may be, so that nothing asynchronous goes on, and has others wait
    /// that would block as well. Each has one follow it, as it is where something asynchronous is waited for.</summary>
    /// <param name="waiting">How many.</param>
    /// <param name="asynchronously">Whether they wait for tasks, which the pool sees, or for something else.</param>
    public static void StarveThePool(int waiting, bool asynchronously)
    {
        // More than are at work now: if so many are taken, nobody is left who finishes something else first.
        var threads = ThreadPool.ThreadCount + SpareThreads;
        ThreadPool.GetMaxThreads(out var most, out var ports);
        threads = ThreadPool.SetMaxThreads(threads, ports) ? threads : most;
        ThreadPool.GetMinThreads(out _, out ports);
        ThreadPool.SetMinThreads(threads, ports);
        using var allAreTaken = new ManualResetEventSlim();
        var taken = 0;
        for (var i = 0; i < threads + waiting; i++)
        {
            ThreadPool.UnsafeQueueUserWorkItem(
                _ =>
                {
                    if (Interlocked.Increment(ref taken) == threads)
                    {
                        allAreTaken.Set();
                    }

                    ThreadPool.UnsafeQueueUserWorkItem(_ => Wait(), null);
                    if (asynchronously)
                    {
                        new TaskCompletionSource().Task.Wait();
                    }

                    Wait();
                },
                null);
        }

        allAreTaken.Wait();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Fail()
        => _ = Task.FromException(new InvalidOperationException("in a task that nobody awaits"));
}
