namespace TypedWebhookAlerts.Delivery;

/// <summary>
/// Lets the thread pool go on while a process ends, however many of its threads are blocked: that may be what it ends
/// of. A lane works on the pool, and so does <see cref="SocketsHttpHandler"/> when it makes a connection (its name, its
/// encryption), also for a request that is sent on a thread of our own. Even a synchronous read of a socket needs it now
/// and then: an event that comes while the thread begins to wait for it is handed to the pool.
/// </summary>
/// <remarks>
/// The pool gets a thread for each item that waits, as the items before ours may all block, too. Who ends has no use
/// for the pool's limits; as a process may live on after a signal, they are what they were afterwards. What the
/// process is started with (<c>System.Threading.ThreadPool.MinThreads</c>, <c>MaxThreads</c>) cannot be changed: such
/// a pool gets no thread beyond it.
/// </remarks>
internal sealed class PoolRelief
{
    /// <summary>For what the items that wait queue themselves, before the pool is looked at again.</summary>
    private const int SpareThreads = 8;

    /// <summary>So many threads it gets at the most. Each takes about 30 KB, and 0.1 ms to start; on a machine that is
    /// busy otherwise 5 ms.</summary>
    private const int MostThreads = 1024;

    /// <summary>How often it is looked at whether others are blocked by now.</summary>
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(50);

    private readonly int _most = ThreadPool.ThreadCount + MostThreads;
    private readonly (int Workers, int Ports) _least;
    private readonly (int Workers, int Ports) _limit;

    private PoolRelief()
    {
        ThreadPool.GetMinThreads(out _least.Workers, out _least.Ports);
        ThreadPool.GetMaxThreads(out _limit.Workers, out _limit.Ports);
    }

    /// <summary>Waits on the calling thread for what needs the pool.</summary>
    /// <param name="wait">Waits for so long at the most; says whether it is done.</param>
    /// <param name="deadline">Until when it is waited for; it is looked at once, however late it is.</param>
    /// <returns>Whether it is done.</returns>
    public static bool Wait(Func<TimeSpan, bool> wait, CrashDeadline deadline)
    {
        var relief = new PoolRelief();
        try
        {
            bool isDone;
            do
            {
                relief.Widen();
                var left = deadline.Left;
                isDone = wait(left < s_look ? left : s_look);
            }
            while (!isDone && deadline.Left > TimeSpan.Zero);

            return isDone;
        }
        finally
        {
            relief.Restore();
        }
    }

    private void Widen()
    {
        var wanted = (int)Math.Min(_most, ThreadPool.ThreadCount + ThreadPool.PendingWorkItemCount + SpareThreads);
        ThreadPool.GetMaxThreads(out var limit, out var ports);
        if (wanted > limit && !ThreadPool.SetMaxThreads(wanted, ports))
        {
            wanted = limit;
        }

        ThreadPool.GetMinThreads(out var least, out ports);
        if (wanted > least)
        {
            // Up to the least number the pool makes threads at once; beyond it waits half a second for each.
            ThreadPool.SetMinThreads(wanted, ports);
        }
    }

    private void Restore()
    {
        ThreadPool.SetMinThreads(_least.Workers, _least.Ports);
        ThreadPool.SetMaxThreads(_limit.Workers, _limit.Ports);
    }
}
