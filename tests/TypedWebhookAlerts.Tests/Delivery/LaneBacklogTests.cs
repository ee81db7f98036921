using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Delivery;
using Xunit;

namespace TypedWebhookAlerts.Tests.Delivery;

public sealed class LaneBacklogTests : IDisposable
{
    private readonly LaneClock _clock = new(TimeProvider.System);

    public void Dispose() => _clock.Dispose();

    /// <summary>It looks at all that waits when it is woken, so a wake-up for each would cost a storm its square.</summary>
    [Fact]
    public void ALaneIsWokenForAFullMessageAndNotForEachAlertBehindIt()
    {
        var backlog = new LaneBacklog(long.MaxValue, _clock);

        var woken = Enumerable.Range(1, 100).Where(_ => backlog.Add(TestCopies.Create(), TimeSpan.Zero, out var _)).ToList();

        Assert.Equal([10], woken);
        Assert.True(backlog.TakeUnannounced());
        Assert.True(backlog.Add(TestCopies.Create(LogLevel.Critical), TimeSpan.Zero, out _));
    }

    [Fact]
    public void FlushesEndInTheirOrderAndEachWithItsOwnAlerts()
    {
        var backlog = new LaneBacklog(long.MaxValue, _clock);
        var packer = new MessagePacker(maxContent: 2000);
        var flushes = new List<Task>();
        for (var i = 0; i < 3; i++)
        {
            backlog.Add(TestCopies.Create(), TimeSpan.Zero, out _);
            flushes.Add(backlog.AddFlush());
            backlog.Tidy(TimeSpan.Zero, owesWords: false);
        }

        Assert.DoesNotContain(flushes, flush => flush.IsCompleted);
        backlog.TakeMessage(packer);
        backlog.Add(TestCopies.Create(), TimeSpan.Zero, out _);
        backlog.Tidy(TimeSpan.Zero, owesWords: false);

        Assert.All(flushes, flush => Assert.True(flush.IsCompleted));
        Assert.False(backlog.IsFlushing);
    }
}
