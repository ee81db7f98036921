using System.Runtime.CompilerServices;
using TypedWebhookAlerts.Capture;
using Xunit;

namespace TypedWebhookAlerts.Tests.Capture;

public sealed class RingReferenceTests
{
    private readonly AlertRingBuffer _ring = new(1024, new WakeUp(), reserve: 0);

    [Fact]
    public void AnObjectReachesThePumpAsItself()
    {
        var first = new InvalidOperationException();
        var second = new ArgumentException("second");
        Assert.Equal(ClaimResult.Claimed, _ring.TryClaim(Alerts.WithException.Id, 25, false, 0, out var writer));
        writer.WriteReference(first);
        writer.Write(true);
        writer.WriteReference(second);
        writer.WriteReference(null);
        writer.Commit();

        Assert.True(_ring.TryRead(out var record));
        var reader = record.CreateReader();
        Assert.Same(first, reader.ReadReference<Exception>());
        Assert.True(reader.Read<bool>());
        Assert.Same(second, reader.ReadReference<ArgumentException>());
        Assert.Null(reader.ReadReference<Exception>());
        Assert.Null(reader.ReadReference<Exception>());
    }

    [Fact]
    public void AnObjectOfAnotherTypeIsReadAsNone()
    {
        Assert.Equal(ClaimResult.Claimed, _ring.TryClaim(Alerts.WithException.Id, 8, false, 0, out var writer));
        writer.WriteReference("no exception");
        writer.Commit();

        Assert.True(_ring.TryRead(out var record));
        Assert.Null(record.CreateReader().ReadReference<Exception>());
    }

    [Fact]
    public void AReleasedRecordKeepsNoObjectAlive()
    {
        var references = Enumerable.Range(0, 20).Select(_ => PutAndRelease()).ToList();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.All(references, reference => Assert.False(reference.IsAlive));
        GC.KeepAlive(_ring);
    }

    [Fact]
    public void AnUnreleasedRecordKeepsItsObjectAlive()
    {
        var reference = Put();
        GC.Collect();

        Assert.True(reference.IsAlive);
        GC.KeepAlive(_ring);
    }

    [Fact]
    public void ReleasingClearsNoNeighboursObject()
    {
        // Three records of 24 bytes, each with its object in its last slot.
        var objects = Enumerable.Range(0, 3).Select(i => new InvalidOperationException(i.ToString())).ToList();
        foreach (var value in objects)
        {
            Assert.Equal(ClaimResult.Claimed, _ring.TryClaim(Alerts.WithException.Id, 8, false, 0, out var writer));
            writer.WriteReference(value);
            writer.Commit();
        }

        foreach (var value in objects)
        {
            Assert.True(_ring.TryRead(out var record));
            Assert.Same(value, record.CreateReader().ReadReference<Exception>());
            _ring.Release(record);
        }
    }

    [Fact]
    public void OnlyAlertsWithAnExceptionSayThatTheyHoldObjects()
    {
        Assert.True(Alerts.WithException.HasReferences);
        Assert.False(Alerts.WithException.KeyHasException);
        Assert.False(Alerts.Describe("Text", AlertParameter.Text("t"), AlertParameter.Value<int>("i")).HasReferences);
        Assert.True(
            Alerts.Describe("Key", AlertParameter.Exception("e", AlertParameterRole.Key)).KeyHasException);
    }

    // Not inlined: the object must live in no local of the test.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference PutAndRelease()
    {
        var reference = Put();
        Assert.True(_ring.TryRead(out var record));
        _ring.Release(record);
        return reference;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference Put()
    {
        var value = new InvalidOperationException();
        Assert.Equal(ClaimResult.Claimed, _ring.TryClaim(Alerts.WithException.Id, 40, false, 0, out var writer));
        writer.Write("text before it");
        writer.WriteReference(value);
        writer.Commit();
        return new WeakReference(value);
    }
}
