using CsCheck;
using TypedWebhookAlerts.Delivery;
using TypedWebhookAlerts.Rendering;
using Xunit;

namespace TypedWebhookAlerts.Tests.Delivery;

public sealed class MessagePackerTests
{
    private readonly MessagePacker _packer = new(maxContent: 2000);

    [Fact]
    public void EmbedsAreTakenInOrderAsManyAsOneMessageHoldsWithTheirCounters()
        => Gen.Int[1, DiscordLimits.EmbedTotal - DiscordLimits.CounterReserve].Array[1, 40].Sample(sizes =>
        {
            var queue = Queue(sizes, isEmbed: true);
            var next = 0;
            while (queue.Count > 0)
            {
                var message = _packer.Take(queue);
                Assert.Equal(Enumerable.Range(next, message.Count), message.Select(copy => (int)copy.Sequence));
                Assert.InRange(message.Count, 1, 10);
                var total = message.Sum(copy => copy.Alert.CodePoints + DiscordLimits.CounterReserve);
                Assert.True(total <= 6000);
                next += message.Count;

                // Another one would not have fitted: the fewest messages that keep the order.
                Assert.True(
                    next == sizes.Length
                    || message.Count == 10
                    || total + sizes[next] + DiscordLimits.CounterReserve > 6000);
            }
        });

    [Fact]
    public void ContentsAreJoinedUpToTheContentsLimit()
    {
        var queue = Queue([900, 900, 7, 8], isEmbed: false);

        // 2 × (900 + 64) + 1 = 1,929, and with 7 + 64 + 1 more it would be 2,001.
        Assert.Equal([0, 1], _packer.Take(queue).Select(copy => copy.Sequence));
        Assert.Equal([2, 3], _packer.Take(queue).Select(copy => copy.Sequence));
    }

    [Fact]
    public void ASuspectGoesAloneAndHoldsNobodyUp()
    {
        var queue = Queue([1, 1, 1, 1], isEmbed: true);
        queue.All.First().IsSuspect = true;

        Assert.Equal([0], _packer.Take(queue).Select(copy => copy.Sequence));
        Assert.Equal([1, 2, 3], _packer.Take(queue).Select(copy => copy.Sequence));
    }

    private static LaneQueue Queue(int[] sizes, bool isEmbed)
    {
        var queue = new LaneQueue(long.MaxValue);
        for (var i = 0; i < sizes.Length; i++)
        {
            queue.Add(TestCopies.Create(sequence: i, codePoints: sizes[i], isEmbed: isEmbed));
        }

        return queue;
    }
}
