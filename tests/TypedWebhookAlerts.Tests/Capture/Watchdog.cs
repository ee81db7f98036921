using System.Diagnostics;
using Xunit;

namespace TypedWebhookAlerts.Tests.Capture;

/// <summary>Ends a test that waits for what never comes. It measures nothing: its limit is far from any good
/// run.</summary>
internal sealed class Watchdog(string complaint)
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(120);

    private readonly long _start = Stopwatch.GetTimestamp();

    private int _checks;

    /// <summary>For a loop too tight to look at the time in each round.</summary>
    public void CheckNowAndThen()
    {
        if (++_checks % 1_000_000 == 0)
        {
            Check();
        }
    }

    public void Check() => Assert.True(Stopwatch.GetElapsedTime(_start) < s_limit, complaint);

    public void WaitUntil(Func<bool> condition)
    {
        var spin = default(SpinWait);
        while (!condition())
        {
            spin.SpinOnce(sleep1Threshold: -1);
            if (spin.Count % 256 == 0)
            {
                Check();
            }
        }
    }

    /// <summary>Runs each action on a thread of its own until all have ended or one has failed, which fails the
    /// test.</summary>
    public void RunTogether(params Action[] actions)
    {
        Exception? failure = null;
        var threads = actions.Select(action => new Thread(() =>
        {
            try
            {
                action();
            }
            catch (Exception e)
            {
                Interlocked.CompareExchange(ref failure, e, null);
            }
        })
        {
            // A thread that hangs must not keep the test process alive.
            IsBackground = true,
        }).ToList();
        threads.ForEach(thread => thread.Start());
        WaitUntil(() => Volatile.Read(ref failure) is not null || threads.TrueForAll(thread => !thread.IsAlive));
        Assert.Null(failure);
    }
}
