using TypedWebhookAlerts.Capture;
using Xunit;

namespace TypedWebhookAlerts.Tests.Capture;

[Collection(AllCores.Name)]
public sealed class RingThreadsTests
{
    private const int Producers = 4;
    // Small, so that it is full most of the time and each release is claimed at once.
    private const int Capacity = 2 * 1024;

    private static readonly object[] s_objects =
        [.. Enumerable.Range(0, 256).Select(i => new InvalidOperationException($"{i}"))];

    private AlertRingBuffer _ring = new(Capacity, new WakeUp(), reserve: 256);
    private readonly Watchdog _watchdog = new("the ring stood still");
    private readonly int[] _read = new int[Producers];

    [Theory]
    [InlineData(Capacity)]
    [InlineData(1024 * 1024)] // room for thousands: producers meet in the claim, not in front of a full ring
    public void FourProducersRecordsArriveEachOnceIntactAndInTheirOrder(int capacity)
    {
        const int RecordsEach = 50_000;
        _ring = new AlertRingBuffer(capacity, new WakeUp(), reserve: 256);
        _watchdog.RunTogether(
        [
            .. Enumerable.Range(0, Producers).Select(producer => (Action)(() => PutAll(producer, RecordsEach))),
            () => ReadUntil(() => _read.Sum() == Producers * RecordsEach),
        ]);

        Assert.All(_read, count => Assert.Equal(RecordsEach, count));
        Assert.True(_ring.IsEmpty);
    }

    [Fact]
    public void ACloseBesideProducersLosesNothingThatWasClaimed()
    {
        for (var round = 0; round < 40; round++)
        {
            var ring = new RingThreadsTests();
            ring.CloseBesideProducers(closeAfter: round * 25);
        }
    }

    [Fact]
    public void CountingBesideARunningPumpStaysWithinWhatTheRingHolds()
    {
        const int RecordsEach = 20_000;
        var isDone = false;
        _watchdog.RunTogether(
            () => PutAll(0, RecordsEach),
            () => PutAll(1, RecordsEach),
            () =>
            {
                ReadUntil(() => _read.Sum() == 2 * RecordsEach);
                Volatile.Write(ref isDone, true);
            },
            () =>
            {
                while (!Volatile.Read(ref isDone))
                {
                    Assert.InRange(_ring.CountCommitted(), 0, Capacity / RecordHeader.Size);
                }
            });

        Assert.Equal(0, _ring.CountCommitted());
    }

    private void CloseBesideProducers(int closeAfter)
    {
        var claimed = new int[Producers];
        var running = Producers;
        _watchdog.RunTogether(
        [
            .. Enumerable.Range(0, Producers).Select(producer => (Action)(() =>
            {
                while (TryPut(producer, claimed[producer]) is var result && result != ClaimResult.Closed)
                {
                    if (result == ClaimResult.Claimed)
                    {
                        claimed[producer]++;
                    }
                    else
                    {
                        Thread.Yield();
                    }
                }

                Interlocked.Decrement(ref running);
            })),
            () =>
            {
                ReadUntil(() => _read.Sum() >= closeAfter);
                _ring.Close();

                // All that is claimed by now is still owed, whenever its producer commits.
                ReadUntil(() => _ring.IsEmpty);
                _watchdog.WaitUntil(() => Volatile.Read(ref running) == 0);
            },
        ]);

        Assert.Equal(claimed, _read);
        Assert.True(_ring.IsEmpty);
    }

    private void PutAll(int producer, int count)
    {
        for (var number = 0; number < count; number++)
        {
            Put(producer, number);
        }
    }

    private void Put(int producer, int number)
    {
        var spin = default(SpinWait);
        while (TryPut(producer, number) == ClaimResult.Full)
        {
            spin.SpinOnce(sleep1Threshold: -1);
            if (spin.Count % 256 == 0)
            {
                _watchdog.Check();
            }
        }
    }

    private ClaimResult TryPut(int producer, int number)
    {
        var words = LengthOf(producer, number);
        var size = (2 * sizeof(int)) + AlertWriter.ReferenceSize + (words * sizeof(int));
        var result = _ring.TryClaim(Alerts.WithException.Id, size, producer == 0, stamp: 0, out var writer);
        if (result == ClaimResult.Claimed)
        {
            writer.Write(producer);
            writer.Write(number);
            writer.WriteReference(s_objects[number % s_objects.Length]);
            for (var word = 0; word < words; word++)
            {
                writer.Write(WordOf(producer, number, word));
            }

            writer.EndKey();
            writer.Commit();
        }

        return result;
    }

    private void ReadUntil(Func<bool> isDone)
    {
        _watchdog.WaitUntil(() =>
        {
            while (_ring.TryRead(out var record))
            {
                Check(record);
                _ring.Release(record);
            }

            return isDone();
        });
    }

    private void Check(in AlertRecord record)
    {
        var reader = record.CreateReader();
        var producer = reader.Read<int>();
        var number = reader.Read<int>();
        if (number != _read[producer]++ || !ReferenceEquals(reader.ReadReference<Exception>(), s_objects[number % 256]))
        {
            Assert.Fail($"Producer {producer}'s record {number} came where {_read[producer] - 1} was due.");
        }

        for (var word = 0; word < LengthOf(producer, number); word++)
        {
            if (reader.Read<int>() != WordOf(producer, number, word))
            {
                Assert.Fail($"Producer {producer}'s record {number} is damaged.");
            }
        }
    }

    private static int LengthOf(int producer, int number) => (int)((uint)HashCode.Combine(producer, number) % 60);

    // Never zero, so that a word that was not yet written is no word.
    private static int WordOf(int producer, int number, int word) => (producer << 28) ^ (number << 6) ^ word | 1 << 31;
}
