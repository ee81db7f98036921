using TypedWebhookAlerts.Delivery;
using TypedWebhookAlerts.Tests.Capture;
using Xunit;

namespace TypedWebhookAlerts.Tests.Delivery;

[Collection(AllCores.Name)]
public sealed class PoolReliefTests : IDisposable
{
    private readonly int _least = Least();

    public void Dispose() => SetLeast(_least);

    [Fact]
    public void WhoWaitsBesideAnotherLeavesThePoolAsItWas()
    {
        using var begun = new ManualResetEventSlim();
        using var goesOn = new ManualResetEventSlim();
        var second = new Thread(() => PoolRelief.Wait(_ => Pass(begun, goesOn), Deadline()));
        PoolRelief.Wait(
            _ =>
            {
                second.Start();
                begun.Wait(TestContext.Current.CancellationToken);
                return true;
            },
            Deadline());
        goesOn.Set();
        second.Join();

        Assert.Equal(_least, Least());
    }

    [Fact]
    public void WhatOthersSetMeanwhileStays()
    {
        var theirs = 0;
        PoolRelief.Wait(
            _ =>
            {
                theirs = Least() + 1;
                SetLeast(theirs);
                return true;
            },
            Deadline());

        Assert.Equal(theirs, Least());
    }

    private static bool Pass(ManualResetEventSlim begun, ManualResetEventSlim goesOn)
    {
        begun.Set();
        goesOn.Wait();
        return true;
    }

    private static CrashDeadline Deadline() => new(TimeSpan.FromMinutes(1));

    private static int Least()
    {
        ThreadPool.GetMinThreads(out var least, out _);
        return least;
    }

    private static void SetLeast(int least)
    {
        ThreadPool.GetMinThreads(out _, out var ports);
        ThreadPool.SetMinThreads(least, ports);
    }
}
