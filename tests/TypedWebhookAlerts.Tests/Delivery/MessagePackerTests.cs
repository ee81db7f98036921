using CsCheck;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Delivery;
using TypedWebhookAlerts.Rendering;
using Xunit;

namespace TypedWebhookAlerts.Tests.Delivery;

public sealed class MessagePackerTests
{
    private static readonly byte[][] s_traces =
        [.. new[] { 1, 1024 * 1024, 3 * 1024 * 1024, 9 * 1024 * 1024 }.Select(length => new byte[length])];

    private static readonly MessageFrame[] s_frames =
    [
        MessageFrame.None,
        new() { Username = "Ops", Mention = new Mention("12345678901234567890", IsUser: false) },
        new() { Username = "Ops", Mention = new Mention("7", IsUser: true), MentionFrom = LogLevel.Warning },
    ];

    // Sizes as alerts have them, with those among them that just fill a message together.
    private static readonly Gen<Item> s_item = Gen.Select(
        Gen.Enum<LogLevel>().Where(level => level != LogLevel.None),
        Gen.OneOf(Gen.Int[1, 150], Gen.Int[1, 5936], Gen.OneOfConst(536, 2936, 1936, 1935, 5936)),
        Gen.Frequency((8, Gen.Const(0)), (1, Gen.Const(1)), (1, Gen.Const(2)), (1, Gen.Const(3))),
        Gen.Frequency((12, Gen.Const(0)), (1, Gen.Int[1, 2])),
        Gen.Frequency((6, Gen.Const(-1)), (1, Gen.Int[0, 3])))
        .Select((level, size, mark, frame, trace) => new Item(level, size, mark, frame, trace));

    private readonly MessagePacker _packer = new(maxContent: 2000);

    [Fact]
    public void EmbedsAreTakenInOrderAsManyAsOneMessageHoldsWithTheirCounters()
        => Gen.Int[1, DiscordLimits.EmbedTotal - DiscordLimits.CounterReserve].Array[1, 40].Hold(sizes =>
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
        queue.All.First().Half = new object();

        Assert.Equal([0], _packer.Take(queue).Select(copy => copy.Sequence));
        Assert.Equal([1, 2, 3], _packer.Take(queue).Select(copy => copy.Sequence));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void NoOtherWayToPartTheQueueInItsOrderNeedsFewerRequestsAndNoneIsOverALimit(bool isEmbed)
        => Gen.Select(s_item.Array[1, 40], Gen.OneOfConst(100, 500, 1950, 2000)).Hold((items, maxContent) =>
        {
            var row = Drain(Queue(items, isEmbed, maxContent));
            var queue = Queue(items, isEmbed, maxContent);
            var packer = new MessagePacker(maxContent);
            var messages = new List<List<AlertCopy>>();
            while (queue.Count > 0)
            {
                messages.Add(packer.Take(queue));
            }

            Assert.Equal(row.Select(copy => copy.Sequence), messages.SelectMany(m => m).Select(copy => copy.Sequence));
            Assert.All(messages, message => Assert.True(PackerReference.IsRequest(message, maxContent)));
            Assert.Equal(PackerReference.FewestRequests(row, maxContent), messages.Count);
        }, count: 2_000);

    [Fact]
    public void ContentsAreNotBoundByTheNumberOfEmbeds()
        => Assert.Equal(28, _packer.Take(Queue([.. Enumerable.Repeat(5, 40)], isEmbed: false)).Count);

    [Theory]
    [InlineData(11, 3, 10)]
    [InlineData(3, 9 * 1024 * 1024, 2)]
    public void FilesAreBoundInNumberAndInBytes(int alerts, int length, int together)
    {
        var queue = new LaneQueue(long.MaxValue);
        for (var i = 0; i < alerts; i++)
        {
            queue.Add(TestCopies.Create(sequence: i, isEmbed: false, trace: new byte[length]));
        }

        Assert.Equal(together, _packer.Take(queue).Count);
    }

    [Theory]
    [InlineData(LogLevel.Error, 0, 0)]
    [InlineData(LogLevel.Critical, 0, 21)]
    [InlineData(LogLevel.Error, 1, 0)]
    [InlineData(LogLevel.Critical, 1, 21 + 25)]
    [InlineData(LogLevel.Information, 2, 0)]
    [InlineData(LogLevel.Error, 2, 5)]
    public void TheFrameOfAMessageTakesExactlyItsRoomOfTheContent(LogLevel level, int frame, int head)
    {
        // 64 for each counter, and a line feed between the two.
        var rest = 2000 - 64 - 64 - 1 - head - 1000;
        foreach (var (size, isTogether) in new[] { (rest, true), (rest + 1, false) })
        {
            var queue = new LaneQueue(long.MaxValue);
            queue.Add(TestCopies.Create(level, 0, codePoints: 1000, isEmbed: false, frame: s_frames[frame]));
            queue.Add(TestCopies.Create(level, 1, codePoints: size, isEmbed: false, frame: s_frames[frame]));

            Assert.Equal(isTogether ? 2 : 1, _packer.Take(queue).Count);
        }
    }

    [Fact]
    public void AlertsOfRoutesThatLookDifferentShareNoMessage()
    {
        var queue = Queue([], isEmbed: true);
        foreach (var (sequence, frame) in new[] { (0, 1), (1, 1), (2, 0), (3, 1) })
        {
            queue.Add(TestCopies.Create(sequence: sequence, frame: s_frames[frame]));
        }

        Assert.Equal([0, 1], _packer.Take(queue).Select(copy => copy.Sequence));
        Assert.Equal([2], _packer.Take(queue).Select(copy => copy.Sequence));
        Assert.Equal([3], _packer.Take(queue).Select(copy => copy.Sequence));
    }

    /// <summary>The alerts in the order in which the queue gives them.</summary>
    private static List<AlertCopy> Drain(LaneQueue queue)
    {
        var row = new List<AlertCopy>();
        while (queue.TryPeek(out var next))
        {
            queue.Remove(next);
            row.Add(next);
        }

        return row;
    }

    private static LaneQueue Queue(Item[] items, bool isEmbed, int maxContent)
    {
        var queue = new LaneQueue(long.MaxValue);
        for (var i = 0; i < items.Length; i++)
        {
            var item = items[i];
            var copy = TestCopies.Create(
                item.Level,
                sequence: i,
                codePoints: isEmbed ? item.Size : 1 + (item.Size % (Math.Min(maxContent, 1950) - 64)),
                isEmbed: isEmbed,
                frame: s_frames[item.Frame],
                trace: item.Trace < 0 ? null : s_traces[item.Trace]);
            copy.Half = item.Mark == 1 ? new object() : null;
            copy.IsAlone = item.Mark == 2;
            copy.MayBeRepeated = item.Mark == 3;
            queue.Add(copy);
        }

        return queue;
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

    private sealed record Item(LogLevel Level, int Size, int Mark, int Frame, int Trace);
}
