using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Delivery;
using Xunit;

namespace TypedWebhookAlerts.Tests.Delivery;

public sealed class LaneBacklogTests : IDisposable
{
    private readonly LaneClock _clock = new(TimeProvider.System);

    public void Dispose() => _clock.Dispose();

    /// <summary>It looks at all that waits when it is woken, so a wake-up for each would cost a storm its
    /// square.</summary>
    [Fact]
    public void ALaneIsWokenForAFullMessageAndNotForEachAlertBehindIt()
    {
        var backlog = new LaneBacklog(long.MaxValue, _clock);

        var woken = Enumerable.Range(1, 100).Where(_ => Wakes(backlog, TestCopies.Create())).ToList();

        Assert.Equal([10], woken);
        Assert.True(backlog.TakeUnannounced());
        Assert.True(Wakes(backlog, TestCopies.Create(LogLevel.Critical)));
    }

    [Fact]
    public void FlushesEndInTheirOrderAndEachWithItsOwnAlerts()
    {
        var backlog = new LaneBacklog(long.MaxValue, _clock);
        var packer = new MessagePacker(maxContent: 2000);
        var flushes = new List<Task>();
        for (var i = 0; i < 3; i++)
        {
            Wakes(backlog, TestCopies.Create());
            flushes.Add(backlog.AddFlush());
            backlog.Tidy(TimeSpan.Zero, owesWords: false);
        }

        Assert.DoesNotContain(flushes, flush => flush.IsCompleted);
        backlog.TakeMessage(packer);
        Wakes(backlog, TestCopies.Create());
        backlog.Tidy(TimeSpan.Zero, owesWords: false);

        Assert.All(flushes, flush => Assert.True(flush.IsCompleted));
        Assert.False(backlog.IsFlushing);
    }

    /// <summary>A lane lets an incident go while the pump looks up which of them the lane may have set aside.</summary>
    [Fact]
    public void AnIncidentThatTheLaneHasLetGoOfIsNotWaitedForAtItsEnd()
    {
        var backlog = new LaneBacklog(long.MaxValue, _clock);
        var (gone, open) = (CreateIncident(), CreateIncident());
        gone.Account.Close(gone, DropReason.QueueFull);

        backlog.Retire(heir: null, [gone]);
        Assert.True(backlog.HasNothingLeft);

        backlog.Retire(heir: null, [gone, open]);
        Assert.False(backlog.HasNothingLeft);
    }

    /// <summary>Another lane gives it what it cannot show while the reload goes on: nothing wakes the lane when the
    /// time of its repeats is over.</summary>
    [Fact]
    public void WhatComesToALaneInItsLastTimeTakesNoRepeats()
    {
        var backlog = new LaneBacklog(long.MaxValue, _clock);
        var (before, after, incident) = (TestCopies.Create(), TestCopies.Create(), CreateIncident());
        Wakes(backlog, before);
        backlog.Retire(heir: null, []);
        Wakes(backlog, after);
        Wakes(backlog, incident);

        Assert.False(before.TakesMore);
        Assert.False(after.TakesMore);
        Assert.True(incident.TakesMore);
    }

    private static AlertCopy CreateIncident()
        => TestCopies.Create(
            account: new AlertAccount(new OutcomeCounters(), TestCopies.Origin(), isIncident: true));

    private static bool Wakes(LaneBacklog backlog, AlertCopy copy)
    {
        Assert.True(backlog.TryAdd(copy, LaneArrival.Raised, out var isToBeWoken, out _));
        return isToBeWoken;
    }
}
