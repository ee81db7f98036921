using System.Runtime.CompilerServices;
using CsCheck;
using TypedWebhookAlerts.Capture;
using Xunit;

namespace TypedWebhookAlerts.Tests.Capture;

/// <summary>A tracker and the id of a trace travel in the slots of their record's header: beside the arguments, and no
/// further.</summary>
public sealed class RingTrackerTests
{
    private readonly AlertRingBuffer _ring = new(1024, new WakeUp(), reserve: 0);

    [Fact]
    public void WhateverIsTrackedOrTracedEachRecordHasItsOwnAndNothingOfAnEarlierOne()
        => Gen.Select(Gen.Bool, Gen.Bool, Gen.Int[0, 9], Gen.Bool).Array[1, 120].Hold(
            records =>
            {
                var ring = new AlertRingBuffer(1024, new WakeUp(), reserve: 0);
                var written = new Queue<Raised>();
                foreach (var (isTracked, isTraced, objects, isReadNow) in records)
                {
                    var raised = new Raised(
                        isTracked ? NewTracker() : null, isTraced ? NewTraceId() : null, NewObjects(objects));
                    if (Write(ring, raised) != ClaimResult.Claimed)
                    {
                        ReadAll(ring, written);
                        Assert.Equal(ClaimResult.Claimed, Write(ring, raised));
                    }

                    written.Enqueue(raised);
                    if (isReadNow)
                    {
                        ReadAll(ring, written);
                    }
                }

                ReadAll(ring, written);
            },
            count: 500);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AReleasedRecordKeepsNeitherTrackerNorTraceIdAlive(bool isTracker)
    {
        var references = Enumerable.Range(0, 20).Select(_ => PutAndRelease(isTracker)).ToList();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.All(references, reference => Assert.False(reference.IsAlive));
        GC.KeepAlive(_ring);
    }

    private static AlertReceipt NewTracker() => AlertReceipt.Open(new AlertPipeline(), Alerts.WithException);

    private static string NewTraceId() => new('a', 32);

    private static Exception[] NewObjects(int count)
        => [.. Enumerable.Range(0, count).Select(_ => new InvalidOperationException())];

    private static ClaimResult Write(AlertRingBuffer ring, Raised raised)
    {
        var alert = raised.Objects.Length > 0 ? Alerts.WithException : Alerts.Plain;
        var id = alert.Id
            | (raised.Tracker is null ? 0 : RecordHeader.Tracked)
            | (raised.TraceId is null ? 0 : RecordHeader.Traced);
        var size = raised.Objects.Length * AlertWriter.ReferenceSize;
        var result = ring.TryClaim(id, size, false, 0, out var writer);
        if (result == ClaimResult.Claimed)
        {
            if (raised.Tracker is { } tracker)
            {
                writer.Track(tracker);
            }

            if (raised.TraceId is { } traceId)
            {
                writer.Trace(traceId);
            }

            foreach (var value in raised.Objects)
            {
                writer.WriteReference(value);
            }

            writer.Commit();
        }

        return result;
    }

    private static void ReadAll(AlertRingBuffer ring, Queue<Raised> written)
    {
        while (written.TryDequeue(out var raised))
        {
            Assert.True(ring.TryRead(out var record));
            Assert.Same(raised.Objects.Length > 0 ? Alerts.WithException : Alerts.Plain, record.Descriptor);
            Assert.Equal(raised.Tracker is not null, record.IsTracked);
            Assert.Same(raised.Tracker, record.Tracker);
            Assert.Same(raised.TraceId, record.TraceId);
            var reader = record.CreateReader();
            foreach (var value in raised.Objects)
            {
                Assert.Same(value, reader.ReadReference<Exception>());
            }

            ring.Release(record);
        }

        Assert.False(ring.TryRead(out _));
    }

    // Not inlined: the object must live in no local of the test.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference PutAndRelease(bool isTracker)
    {
        var reference = Put(isTracker);
        Assert.True(_ring.TryRead(out var record));
        _ring.Release(record);
        return reference;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference Put(bool isTracker)
    {
        var raised = isTracker ? new Raised(NewTracker(), null, []) : new Raised(null, NewTraceId(), []);
        Assert.Equal(ClaimResult.Claimed, Write(_ring, raised));
        return new WeakReference((object?)raised.Tracker ?? raised.TraceId);
    }

    private sealed record Raised(AlertTracker? Tracker, string? TraceId, Exception[] Objects);
}
