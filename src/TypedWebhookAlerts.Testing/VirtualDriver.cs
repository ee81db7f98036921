namespace TypedWebhookAlerts.Testing;

/// <summary>Moves a virtual clock for a pipeline and a simulator: only when pump, lanes and requests all wait for
/// it.</summary>
/// <param name="time">The clock.</param>
/// <param name="discord">What stands for Discord.</param>
/// <param name="pipeline">The pipeline.</param>
/// <param name="waitingElsewhere">How many requests wait for the clock before they reach the simulator.</param>
internal sealed class VirtualDriver(
    VirtualTime time, DiscordSimulator discord, AlertPipeline pipeline, Func<int> waitingElsewhere)
{
    /// <summary>In real time, and only to end a test that would hang: nothing is measured by it.</summary>
    private static readonly TimeSpan s_watchdog = TimeSpan.FromSeconds(60);

    /// <summary>In real time: what ends a flush may still run when the clock has nothing more to move.</summary>
    private static readonly TimeSpan s_lastContinuation = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan s_moment = TimeSpan.FromMilliseconds(2);

    private static readonly TimeSpan s_step = TimeSpan.FromMilliseconds(100);
    /// <summary>In real time: so long an end may be at work before the clock goes on, as it may wait for the clock and
    /// not look like it.</summary>
    private static readonly TimeSpan s_longestWork = TimeSpan.FromMilliseconds(20);

    /// <summary>Lets all that can happen now happen, without moving the clock.</summary>
    /// <exception cref="TimeoutException">After a minute of real time the pipeline is still at work.</exception>
    public void Settle()
    {
        var wait = default(SpinWait);
        var start = TimeProvider.System.GetTimestamp();
        while (!pipeline.IsRestingBut(discord.SleepingRequests + waitingElsewhere()))
        {
            wait.SpinOnce();
            if (TimeProvider.System.GetElapsedTime(start) > s_watchdog)
            {
                throw new TimeoutException("The pipeline does not come to rest.");
            }
        }
    }

    /// <summary>Lets time pass until something is so.</summary>
    /// <param name="isDone">Asked whenever the pipeline is at rest.</param>
    /// <param name="limit">The longest time.</param>
    /// <returns>Whether it came to be so within the limit.</returns>
    public bool RunUntil(Func<bool> isDone, TimeSpan limit)
    {
        var end = time.GetUtcNow() + limit;
        while (true)
        {
            Settle();
            if (isDone())
            {
                return true;
            }

            var left = end - time.GetUtcNow();
            if (left <= TimeSpan.Zero)
            {
                return false;
            }

            if (!time.AdvanceToNext(left))
            {
                time.Advance(left);
            }
        }
    }

    /// <summary>Lets time pass until a task of the pipeline's has ended.</summary>
    /// <returns>Whether it ended within the limit.</returns>
    public bool RunUntilEnded(Task task, TimeSpan limit)
        => RunUntil(() => task.IsCompleted || (time.NextDue is null && task.Wait(s_watchdog)), limit)
            || task.Wait(s_lastContinuation);

    /// <summary>Lets an end take its course. Nobody may be at rest while lanes are being disposed: the clock is pushed
    /// on, but only as far as the end waits for it. A busy machine must not let minutes pass, in which alerts would be
    /// given up.</summary>
    /// <param name="ending">What is waited for.</param>
    /// <param name="patience">More than it ever waits by its clock.</param>
    public async Task PushUntilEndedAsync(Task ending, TimeSpan patience)
    {
        var end = time.GetUtcNow() + patience;
        while (!ending.IsCompleted)
        {
            if (time.GetUtcNow() < end)
            {
                // What is at work shall not see its timeouts pass meanwhile.
                RestAWhile(ending);
                time.Advance(TimeSpan.FromMilliseconds(10));
                await Task.Yield();
            }
            else
            {
                var pause = Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
                await Task.WhenAny(ending, pause).ConfigureAwait(false);
                time.Advance(TimeSpan.FromMilliseconds(1));
            }
        }

        await ending.ConfigureAwait(false);
    }

    private void RestAWhile(Task ending)
    {
        var wait = default(SpinWait);
        var start = TimeProvider.System.GetTimestamp();
        while (!ending.IsCompleted
            && !pipeline.IsRestingBut(discord.SleepingRequests + waitingElsewhere())
            && TimeProvider.System.GetElapsedTime(start) < s_longestWork)
        {
            wait.SpinOnce();
        }
    }
}
