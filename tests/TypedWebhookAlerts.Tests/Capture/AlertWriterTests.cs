using CsCheck;
using TypedWebhookAlerts.Capture;
using TypedWebhookAlerts.Privacy;
using TypedWebhookAlerts.Rendering;
using Xunit;

namespace TypedWebhookAlerts.Tests.Capture;

public sealed class AlertWriterTests
{
    private const uint Stamp = 0x12345678;

    private static readonly Gen<Argument> s_argument = Gen.OneOf(
        Gen.OneOf(Gen.String, Gen.String[Gen.Char, 4000, 5000]).Null().Select(
            text => (Argument)new TextArgument(text)),
        Gen.Bool.Select(value => (Argument)new ReferenceArgument(value ? new InvalidOperationException() : null)),
        Both(Gen.Bool),
        Both(Gen.Char),
        Both(Gen.SByte),
        Both(Gen.Byte),
        Both(Gen.Short),
        Both(Gen.UShort),
        Both(Gen.Int),
        Both(Gen.UInt),
        Both(Gen.Long),
        Both(Gen.ULong),
        Both(Gen.Float),
        Both(Gen.Double),
        Both(Gen.Decimal),
        Both(Gen.DateTime),
        Both(Gen.DateTimeOffset),
        Both(Gen.DateOnly),
        Both(Gen.TimeOnly),
        Both(Gen.TimeSpan),
        Both(Gen.Guid));

    private readonly AlertRingBuffer _ring = new(1024, new WakeUp(), reserve: 0);

    [Fact]
    public void ArgumentsOfEveryTypeAreReadAsTheyWereWritten()
        => Gen.Select(s_argument.Array[0, 12], Gen.Int[0, 500]).Hold((arguments, before) =>
        {
            var ring = new AlertRingBuffer(1 << 20, new WakeUp());
            Claim(ring, before, out var earlier);
            earlier.Commit();
            Claim(ring, arguments.Sum(argument => argument.Size), out var writer);
            foreach (var argument in arguments)
            {
                argument.WriteTo(ref writer);
            }

            writer.Commit();
            Assert.True(ring.TryRead(out var record));
            ring.Release(record);
            Assert.True(ring.TryRead(out record));
            AssertReads(record, arguments);
        },
        count: 1000);

    [Fact]
    public void ReadingPastTheEndGivesEmptyValues()
        => s_argument.Array[1, 12].Hold(arguments =>
        {
            var reader = new AlertReader(default, default, 0);
            foreach (var argument in arguments)
            {
                argument.AssertEmpty(ref reader);
            }
        },
        count: 200);

    [Fact]
    public void WhatDoesNotFitTheClaimIsCutOrLeftOutAndTouchesNoNeighbour()
        => Gen.Select(s_argument.Array[1, 12], Gen.Int[0, 200]).Hold((arguments, claimed) =>
        {
            var ring = new AlertRingBuffer(1024, new WakeUp(), reserve: 0);
            Claim(ring, claimed, out var writer);
            Claim(ring, 64, out var neighbour);
            foreach (var argument in arguments)
            {
                argument.WriteTo(ref writer);
            }

            writer.EndKey();
            writer.Commit();
            AssertIsUntouched(neighbour, ring, claimed);
        },
        count: 1000);

    [Fact]
    public void AWriterThatWasRefusedWritesNothing()
    {
        Assert.Equal(ClaimResult.TooLarge, _ring.TryClaim(Alerts.Plain.Id, 5000, false, 0, out var writer));
        writer.Write("text");
        writer.Write(ReadOnlySpan<char>.Empty);
        writer.Write(1L);
        writer.WriteNullable<int>(1);
        writer.WriteReference(new object());
        Assert.True(_ring.IsEmpty);
    }

    [Fact]
    public void ASpanThatGrewAfterItWasMeasuredIsCutToItsClaim()
    {
        // Its white space is overwritten meanwhile, so that what was cut there is now whole.
        var text = new char[5000];
        Array.Fill(text, ' ');
        text.AsSpan(0, 3700).Fill('x');
        text.AsSpan(3701).Fill('x');
        var size = AlertWriter.SizeOf(text);
        Assert.Equal(sizeof(int) + (3700 * sizeof(char)), size);
        var ring = new AlertRingBuffer(64 * 1024, new WakeUp(), reserve: 0);
        Claim(ring, size, out var writer);
        Claim(ring, 64, out var neighbour);
        text[3700] = 'x';
        writer.Write(text);
        writer.Commit();

        Assert.True(ring.TryRead(out var record));
        var read = record.CreateReader().ReadText();
        Assert.InRange(read.Value.Length, 3700, 3703);
        Assert.True(read.IsCut);
        AssertIsUntouched(neighbour, ring, size);
    }

    [Fact]
    public void ARenderedValueKeepsThatItIsNullOrCut()
    {
        Claim(_ring, 40, out var writer);
        writer.Write(AlertText.Null);
        writer.Write(new AlertText("cut", isCut: true));
        writer.Write(new AlertText("whole"));
        writer.Commit();

        Assert.Equal(sizeof(int), AlertWriter.SizeOf(AlertText.Null));
        Assert.Equal(sizeof(int) + 6, AlertWriter.SizeOf(new AlertText("cut")));
        Assert.True(_ring.TryRead(out var record));
        var reader = record.CreateReader();
        Assert.True(reader.ReadText().IsNull);
        var cut = reader.ReadText();
        Assert.Equal("cut", cut.Value);
        Assert.True(cut.IsCut);
        Assert.False(reader.ReadText().IsCut);
    }

    [Fact]
    public void TheKeyIsWhatWasWrittenBeforeItsEnd()
    {
        Claim(_ring, 12, out var writer);
        writer.Write((byte)1);
        writer.EndKey();
        writer.Write(2);
        writer.Commit();

        Assert.True(_ring.TryRead(out var record));
        Assert.Equal([1], record.Key.ToArray());
    }

    [Fact]
    public void ASecretIsNeitherWrittenNorRead()
    {
        Claim(_ring, 4, out var writer);
        writer.Write(5);
        writer.Commit();

        Assert.True(_ring.TryRead(out var record));
        var reader = record.CreateReader();
        Assert.Equal("[secret]", AlertParameter.Secret("token").Read(ref reader, ClassifiedRedactor.Erasing));
        Assert.Equal(5, AlertParameter.Value<int>("number").Read(ref reader, ClassifiedRedactor.Erasing));
    }

    private static Gen<Argument> Both<T>(Gen<T> gen)
        where T : unmanaged
        => Gen.Select(gen, Gen.Int[0, 2], (value, kind) => kind switch
        {
            0 => new NullableArgument<T>(null),
            1 => new NullableArgument<T>(value),
            _ => (Argument)new ValueArgument<T>(value),
        });

    private static void Claim(AlertRingBuffer ring, int size, out AlertWriter writer)
        => Assert.Equal(ClaimResult.Claimed, ring.TryClaim(Alerts.WithException.Id, size, true, Stamp, out writer));

    private static void AssertReads(in AlertRecord record, Argument[] arguments)
    {
        var reader = record.CreateReader();
        var catalogueReader = record.CreateReader();
        foreach (var argument in arguments)
        {
            argument.AssertReadFrom(ref reader);
            Assert.Equal(argument.Boxed, argument.Parameter.Read(ref catalogueReader, ClassifiedRedactor.Erasing));
        }
    }

    private static void AssertIsUntouched(AlertWriter neighbour, AlertRingBuffer ring, int claimed)
    {
        Assert.True(ring.TryRead(out var record));
        Assert.InRange(record.Payload.Length, claimed, claimed + 7);
        Assert.InRange(record.KeyLength, 0, record.Payload.Length);
        ring.Release(record);
        Assert.False(ring.TryRead(out _));

        neighbour.Commit();
        Assert.True(ring.TryRead(out record));
        Assert.Same(Alerts.WithException, record.Descriptor);
        Assert.Equal(Stamp, record.Stamp);
        Assert.Equal(-1, record.Payload.IndexOfAnyExcept((byte)0));
        Assert.Null(record.CreateReader().ReadReference<object>());
    }
}
