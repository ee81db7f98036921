using CsCheck;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Delivery;
using Xunit;

namespace TypedWebhookAlerts.Tests.Delivery;

public sealed class LaneQueueTests
{
    private static readonly Gen<LogLevel> s_level = Gen.Enum<LogLevel>().Where(level => level != LogLevel.None);

    [Fact]
    public void CriticalComesFirstAndAllElseInTheOrderInWhichItWasQueued()
        => s_level.Array[0, 60].Hold(levels =>
        {
            var queue = new LaneQueue(long.MaxValue);
            for (var i = 0; i < levels.Length; i++)
            {
                queue.Add(TestCopies.Create(levels[i], sequence: i));
            }

            var expected = levels.Select((level, i) => (level, i))
                .OrderByDescending(x => x.level == LogLevel.Critical).ThenBy(x => x.i).Select(x => (long)x.i);
            Assert.Equal(expected, TakeAll(queue).Select(copy => copy.Sequence));
        });

    [Fact]
    public void WhatIsPutBackComesBeforeWhatWasBehindIt()
    {
        var queue = new LaneQueue(long.MaxValue);
        for (var i = 0; i < 4; i++)
        {
            queue.Add(TestCopies.Create(sequence: i));
        }

        queue.TryPeek(out var first);
        queue.Remove(first!);
        queue.TryPeek(out var second);
        queue.Remove(second!);
        queue.PutBack(second!);
        queue.PutBack(first!);

        Assert.Equal([0, 1, 2, 3], TakeAll(queue).Select(copy => copy.Sequence));
    }

    [Fact]
    public void BeyondItsBytesTheOldestOfTheLowestLevelGoes()
        => Gen.Select(s_level, Gen.Int[1, 400]).Array[1, 60].Hold(alerts =>
        {
            var queue = new LaneQueue(bound: 6000);
            var model = new List<AlertCopy>();
            for (var i = 0; i < alerts.Length; i++)
            {
                var copy = TestCopies.Create(alerts[i].Item1, sequence: i, bytes: alerts[i].Item2);
                queue.Add(copy);
                model.Add(copy);
                while (queue.TryRemoveExcess(out var excess))
                {
                    var expected = model.OrderBy(other => other.Level).ThenBy(other => other.Sequence).First();
                    Assert.Same(expected, excess);
                    model.Remove(expected);
                }

                Assert.True(queue.Bytes <= 6000);
                Assert.Equal(model.Sum(other => other.Alert.Json.Length + 512), queue.Bytes);
                Assert.Equal(model.Count, queue.Count);
            }
        });

    [Fact]
    public void TheLastAlertIsNeverDroppedForItsSize()
    {
        var queue = new LaneQueue(bound: 10);
        queue.Add(TestCopies.Create(bytes: 500));

        Assert.False(queue.TryRemoveExcess(out _));
    }

    [Fact]
    public void WhatIsTakenComesInItsOrderAndLeavesNoBytesBehind()
        => Gen.Select(s_level, Gen.Bool).Array[0, 60].Hold(alerts =>
        {
            var queue = new LaneQueue(long.MaxValue);
            for (var i = 0; i < alerts.Length; i++)
            {
                queue.Add(TestCopies.Create(alerts[i].Item1, sequence: i));
            }

            var taken = queue.TakeWhere(copy => alerts[copy.Sequence].Item2);

            Assert.Equal(
                Enumerable.Range(0, alerts.Length).Where(i => alerts[i].Item2).Select(i => (long)i),
                taken.Select(copy => copy.Sequence));
            Assert.Equal((alerts.Length - taken.Count, queue.All.Sum(copy => copy.Bytes)), (queue.Count, queue.Bytes));
        });

    [Fact]
    public void TheOneThatHasWaitedLongestIsFoundWhateverItsLevel()
    {
        var queue = new LaneQueue(long.MaxValue);
        (LogLevel Level, int Seconds)[] alerts =
            [(LogLevel.Error, 3), (LogLevel.Critical, 2), (LogLevel.Information, 5)];
        foreach (var (level, seconds) in alerts)
        {
            var copy = TestCopies.Create(level);
            copy.QueuedAt = TimeSpan.FromSeconds(seconds);
            queue.Add(copy);
        }

        Assert.Equal(TimeSpan.FromSeconds(2), queue.OldestQueuedAt);
    }

    private static IEnumerable<AlertCopy> TakeAll(LaneQueue queue)
    {
        while (queue.TryPeek(out var next))
        {
            queue.Remove(next);
            yield return next;
        }
    }
}
