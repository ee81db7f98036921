using System.Runtime.InteropServices;
using TypedWebhookAlerts.Capture;
using Xunit;

namespace TypedWebhookAlerts.Tests.Capture;

public sealed class AlertRingBufferTests
{
    private const int Capacity = 1024;
    private const int Reserve = 256;

    private readonly AlertRingBuffer _ring = new(Capacity, new WakeUp(), Reserve);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(32, 0)]
    [InlineData(1000, 0)]
    [InlineData(1024, 513)]
    [InlineData(1024, int.MaxValue)]
    [InlineData(1024, -1)]
    [InlineData(-1024, 0)]
    public void ASizeThatIsNoPowerOfTwoOrTooSmallForItsReserveIsRejected(int capacity, int reserve)
        => Assert.Throws<ArgumentOutOfRangeException>(() => new AlertRingBuffer(capacity, new WakeUp(), reserve));

    [Fact]
    public void ANewRingIsEmptyAndGivesNothing()
    {
        Assert.True(_ring.IsEmpty);
        Assert.False(_ring.TryRead(out _));
        Assert.Equal(0, _ring.CountCommitted());
    }

    [Fact]
    public void ACommittedRecordIsReadWithAllThatWasSaidOfIt()
    {
        Assert.Equal(ClaimResult.Claimed, _ring.TryClaim(Alerts.Other.Id, 13, isCritical: false, 77, out var writer));
        writer.Write(1234567890123L);
        writer.EndKey();
        writer.Write(42);
        writer.Commit();

        Assert.True(_ring.TryRead(out var record));
        Assert.Same(Alerts.Other, record.Descriptor);
        Assert.Equal(77u, record.Stamp);
        Assert.Equal(32, record.Length);
        Assert.Equal(8, record.KeyLength);
        Assert.Equal(1234567890123L, MemoryMarshal.Read<long>(record.Key));
        Assert.Equal(42, MemoryMarshal.Read<int>(record.Payload[8..]));
        _ring.Release(record);
        Assert.True(_ring.IsEmpty);
    }

    [Fact]
    public void ARecordIsReadAgainUntilItIsReleased()
    {
        Put(8, 1);
        Assert.True(_ring.TryRead(out _));
        Assert.True(_ring.TryRead(out var record));
        Assert.Equal(1, MemoryMarshal.Read<int>(record.Payload));
    }

    [Fact]
    public void AClaimIsNotReadBeforeItsCommitAndHoldsBackLaterOnes()
    {
        Assert.Equal(ClaimResult.Claimed, _ring.TryClaim(Alerts.Plain.Id, 8, false, 0, out var late));
        late.Write(1);
        Put(8, 2);

        Assert.False(_ring.TryRead(out _));
        Assert.Equal(0, _ring.CountCommitted());
        Assert.False(_ring.IsEmpty);

        late.Commit();
        Assert.Equal(2, _ring.CountCommitted());
        Assert.Equal([1, 2], Drain());
    }

    [Theory]
    [InlineData(248 - RecordHeader.Size)]
    [InlineData(240 - RecordHeader.Size)]
    [InlineData(232 - RecordHeader.Size)]
    [InlineData(128 - RecordHeader.Size)]
    [InlineData(104 - RecordHeader.Size)]
    public void RecordsOfAnyLengthWrapManyTimesInOrder(int payload)
    {
        for (var i = 0; i < 200; i++)
        {
            Put(payload, i);
            Put(0);
            Assert.Equal([i, 0], Drain());
        }
    }

    [Fact]
    public void APaddingOfHalfAHeaderStaysWithinTheRing()
    {
        int[] lengths = [248, 248, 248, 248, 24];
        foreach (var length in lengths)
        {
            Put(length - RecordHeader.Size, 1);
            Drain();
        }

        // 8 bytes remain before the end, so a record of 24 is claimed at the beginning.
        Put(8, 2);
        Assert.Equal(1, _ring.CountCommitted());
        Assert.Equal([2], Drain());

        // 25 records of 40 bytes end where the ring does: the padding's place is the last one's payload.
        AssertFreeMemoryIsZero(payload: 24, records: 25);
    }

    [Fact]
    public void TheLastBytesAreForCriticalOnly()
    {
        while (_ring.TryClaim(Alerts.Plain.Id, 48, isCritical: false, 0, out var writer) == ClaimResult.Claimed)
        {
            writer.Commit();
        }

        Assert.Equal((Capacity - Reserve) / 64, _ring.CountCommitted());
        for (var i = 0; i < Reserve / 64; i++)
        {
            Assert.Equal(ClaimResult.Claimed, _ring.TryClaim(Alerts.Plain.Id, 48, isCritical: true, 0, out var writer));
            writer.Commit();
        }

        Assert.Equal(ClaimResult.Full, _ring.TryClaim(Alerts.Plain.Id, 0, isCritical: true, 0, out _));
        Assert.Equal(Capacity / 64, _ring.CountCommitted());
    }

    [Fact]
    public void AFullRingTakesAgainWhatWasReleased()
    {
        for (var i = 0; i < Capacity / 64; i++)
        {
            Assert.Equal(ClaimResult.Claimed, _ring.TryClaim(Alerts.Plain.Id, 48, true, 0, out var writer));
            writer.Write(i);
            writer.Commit();
        }

        Assert.True(_ring.TryRead(out var oldest));
        Assert.Equal(ClaimResult.Full, _ring.TryClaim(Alerts.Plain.Id, 48, true, 0, out _));
        _ring.Release(oldest);

        Assert.Equal(ClaimResult.Claimed, _ring.TryClaim(Alerts.Plain.Id, 48, true, 0, out var again));
        again.Write(16);
        again.Commit();
        Assert.Equal(Enumerable.Range(1, 16), Drain());
    }

    [Theory]
    [InlineData(Capacity / 4 - RecordHeader.Size, ClaimResult.Claimed)]
    [InlineData(Capacity / 4 - RecordHeader.Size + 1, ClaimResult.TooLarge)]
    [InlineData(Capacity, ClaimResult.TooLarge)]
    [InlineData(-1, ClaimResult.TooLarge)]
    [InlineData(int.MinValue, ClaimResult.TooLarge)]
    [InlineData(int.MaxValue, ClaimResult.TooLarge)]
    [InlineData(int.MaxValue - RecordHeader.Size, ClaimResult.TooLarge)]
    public void ARecordIsAtMostAQuarterOfTheRing(int payload, object expected)
    {
        Assert.Equal(expected, _ring.TryClaim(Alerts.Plain.Id, payload, false, 0, out _));
        Assert.Equal((ClaimResult)expected == ClaimResult.TooLarge, _ring.IsEmpty);
    }

    [Fact]
    public void TheLongestRecordFitsAnEmptyRingWhereverItStands()
    {
        var ring = new AlertRingBuffer(Capacity, new WakeUp(), Capacity / 2);
        for (var i = 0; i < Capacity / 8; i++)
        {
            Assert.Equal(ClaimResult.Claimed, ring.TryClaim(Alerts.Plain.Id, 240, false, 0, out var writer));
            writer.Commit();
            Assert.True(ring.TryRead(out var record));
            ring.Release(record);
            Assert.Equal(ClaimResult.Claimed, ring.TryClaim(Alerts.Plain.Id, 8, false, 0, out writer));
            writer.Commit();
            Assert.True(ring.TryRead(out record));
            ring.Release(record);
        }
    }

    [Fact]
    public void AClosedRingRefusesAndIsDrainedToItsFinalTail()
    {
        Put(8, 1);
        Assert.Equal(ClaimResult.Claimed, _ring.TryClaim(Alerts.Plain.Id, 8, false, 0, out var late));
        late.Write(2);

        _ring.Close();
        _ring.Close();
        Assert.Equal(ClaimResult.Closed, _ring.TryClaim(Alerts.Plain.Id, 8, isCritical: true, 0, out _));
        Assert.Equal([1], Drain());
        Assert.False(_ring.IsEmpty);

        late.Commit();
        Assert.Equal(1, _ring.CountCommitted());
        Assert.Equal([2], Drain());
        Assert.True(_ring.IsEmpty);
    }

    [Fact]
    public void AFreedPlaceIsZeroForTheNextRecord()
    {
        for (var i = 0; i < 50; i++)
        {
            Assert.Equal(ClaimResult.Claimed, _ring.TryClaim(Alerts.Plain.Id, 232, false, 0, out var writer));
            writer.Write(new string('x', 100));
            writer.EndKey();
            writer.Commit();
            Assert.True(_ring.TryRead(out var record));
            _ring.Release(record);
        }

        AssertFreeMemoryIsZero(payload: 48, records: Capacity / 64);
    }

    private void Put(int payload, int? value = null)
    {
        Assert.Equal(ClaimResult.Claimed, _ring.TryClaim(Alerts.Plain.Id, payload, false, 0, out var writer));
        if (value is { } present)
        {
            writer.Write(present);
        }

        writer.Commit();
    }

    private List<int> Drain()
    {
        List<int> values = [];
        while (_ring.TryRead(out var record))
        {
            values.Add(record.Payload.Length < sizeof(int) ? 0 : MemoryMarshal.Read<int>(record.Payload));
            _ring.Release(record);
        }

        return values;
    }

    private void AssertFreeMemoryIsZero(int payload, int records)
    {
        for (var i = 0; i < records; i++)
        {
            Put(payload);
            Assert.True(_ring.TryRead(out var record));
            Assert.Equal(-1, record.Payload.IndexOfAnyExcept((byte)0));
            Assert.Equal(0, record.KeyLength);
            _ring.Release(record);
        }
    }
}
