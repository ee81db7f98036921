namespace TypedWebhookAlerts.Delivery;

/// <summary>
/// Lets the thread pool go on while a process ends, however many of its threads are blocked: that may be what it ends
/// of. A lane works on the pool, and so does <see cref="SocketsHttpHandler"/> when it makes a connection (its name,
/// its encryption), also for a request that is sent on a thread of our own. Even a synchronous read of a socket needs
/// it now and then: an event that comes while the thread begins to wait for it is handed to the pool.
/// </summary>
/// <remarks>
/// The pool gets a thread for each item that waits, as the items before ours may all block, too. Who ends has no use
/// for the pool's limits; as a process may live on after a signal, the last who waits sets them back, unless others
/// have set them meanwhile. What the process is started with (<c>System.Threading.ThreadPool.MinThreads</c>,
/// <c>MaxThreads</c>) cannot be changed: such a pool gets no thread beyond it.
/// </remarks>
internal static class PoolRelief
{
    /// <summary>For what the items that wait queue themselves, before the pool is looked at again.</summary>
    private const int SpareThreads = 8;

    /// <summary>So many threads it gets at the most. Each takes about 30 KB, and 0.1 ms to start; on a machine that is
    /// busy otherwise 5 ms.</summary>
    private const int MostThreads = 1024;

    /// <summary>How often it is looked at whether others are blocked by now.</summary>
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(50);

    // A second signal comes while the first is waited for.
    private static readonly Lock s_gate = new();
    private static int s_waiting;
    private static (int Least, int Most) s_before;
    private static (int Least, int Most) s_given;

    /// <summary>Waits on the calling thread for what needs the pool.</summary>
    /// <param name="wait">Waits for so long at the most; says whether it is done.</param>
    /// <param name="deadline">Until when it is waited for; it is looked at once, however late it is.</param>
    /// <returns>Whether it is done.</returns>
    public static bool Wait(Func<TimeSpan, bool> wait, CrashDeadline deadline)
    {
        var most = ThreadPool.ThreadCount + MostThreads;
        Begin();
        try
        {
            bool isDone;
            do
            {
                Widen(most);
                var left = deadline.Left;
                isDone = wait(left < s_look ? left : s_look);
            }
            while (!isDone && deadline.Left > TimeSpan.Zero);

            return isDone;
        }
        finally
        {
            End();
        }
    }

    private static void Begin()
    {
        lock (s_gate)
        {
            if (s_waiting++ == 0)
            {
                ThreadPool.GetMinThreads(out var least, out _);
                ThreadPool.GetMaxThreads(out var most, out _);
                s_before = s_given = (least, most);
            }
        }
    }

    private static void Widen(int most)
    {
        lock (s_gate)
        {
            var wanted = (int)Math.Min(most, ThreadPool.ThreadCount + ThreadPool.PendingWorkItemCount + SpareThreads);
            ThreadPool.GetMaxThreads(out var limit, out var ports);
            if (wanted > limit)
            {
                var isSet = ThreadPool.SetMaxThreads(wanted, ports);
                (wanted, s_given.Most) = isSet ? (wanted, wanted) : (limit, s_given.Most);
            }

            // Up to the least number the pool makes threads at once; beyond it waits half a second for each.
            ThreadPool.GetMinThreads(out var least, out ports);
            if (wanted > least && ThreadPool.SetMinThreads(wanted, ports))
            {
                s_given.Least = wanted;
            }
        }
    }

    private static void End()
    {
        lock (s_gate)
        {
            if (--s_waiting > 0)
            {
                return;
            }

            ThreadPool.GetMinThreads(out var least, out var ports);
            if (least == s_given.Least)
            {
                ThreadPool.SetMinThreads(s_before.Least, ports);
            }

            ThreadPool.GetMaxThreads(out var most, out ports);
            if (most == s_given.Most)
            {
                ThreadPool.SetMaxThreads(s_before.Most, ports);
            }
        }
    }
}
