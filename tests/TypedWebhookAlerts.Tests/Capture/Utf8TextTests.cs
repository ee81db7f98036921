using System.Text;
using CsCheck;
using TypedWebhookAlerts.Capture;
using Xunit;

namespace TypedWebhookAlerts.Tests.Capture;

public sealed class Utf8TextTests
{
    private const int Cap = CapturedText.Cap;
    private const ulong Mark = 0x0123456789abcdef;

    /// <summary>Of every length, valid or not; pieces of valid text are what a cut in the middle leaves.</summary>
    private static readonly Gen<byte[]> s_piece = Gen.OneOf(
        Gen.OneOfConst("x", " ", "ä", "\u2003", "漢", "🚨", "words and words ", "\n").Select(Encoding.UTF8.GetBytes),
        Gen.OneOfConst<byte[]>(
            [0x80], [0xc3], [0xe6, 0xbc], [0xf0, 0x9f, 0x9a], [0xed, 0xa0, 0xbd], [0xc0, 0xaf], [0xff]),
        Gen.Byte.Array[0, 6]);

    private static readonly Gen<byte[]> s_utf8 = Gen.OneOf(
        s_piece.Array[0, 20].Select(pieces => pieces.SelectMany(piece => piece).ToArray()),
        Gen.Select(s_piece, Gen.Int[0, 5000], s_piece.Array[0, 400], (first, repeats, rest) =>
            Enumerable.Repeat(first, repeats).Concat(rest).SelectMany(piece => piece).ToArray()));

    [Fact]
    public void WhateverTheBytesTheyReadAsTheFrameworkDecodesThem()
        => s_utf8.Hold(
            utf8 =>
            {
                var ring = new AlertRingBuffer(64 * 1024, new WakeUp(), reserve: 0);
                Claim(ring, AlertWriter.SizeOf(utf8) + sizeof(ulong), out var writer);
                writer.Write(utf8);
                writer.Write(Mark);
                writer.Commit();

                Assert.True(ring.TryRead(out var record));
                var reader = record.CreateReader();
                var read = reader.ReadText();
                var text = Encoding.UTF8.GetString(utf8);
                var length = CapturedText.LengthOf(text);
                Assert.Equal(text.AsSpan(0, length), read.Value);
                Assert.Equal(length < text.Length, read.IsCut);
                Assert.Equal(Mark, reader.Read<ulong>());
            },
            count: 2000);

    [Theory]
    [InlineData(Cap - 1, "🚨")]
    [InlineData(Cap, "🚨")]
    [InlineData(Cap, " ")]
    [InlineData(Cap, "\u2003")]
    [InlineData(Cap - 1, "\u2003")]
    [InlineData(Cap, "x")]
    [InlineData(Cap, "\ufffd")]
    public void AtTheCapItIsCutAsAnyOtherText(int before, string then)
    {
        var text = new string('x', before) + then + "yz";
        var ring = new AlertRingBuffer(64 * 1024, new WakeUp(), reserve: 0);
        var utf8 = Encoding.UTF8.GetBytes(text);
        Claim(ring, AlertWriter.SizeOf(utf8), out var writer);
        writer.Write(utf8);
        writer.Commit();

        Assert.True(ring.TryRead(out var record));
        Assert.Equal(text.AsSpan(0, CapturedText.LengthOf(text)), record.CreateReader().ReadText().Value);
    }

    [Fact]
    public void BytesThatChangeAfterTheyWereMeasuredStayInTheirClaim()
        => Gen.Select(s_utf8, s_utf8, Gen.Bool).Hold(
            (before, after, isMark) =>
            {
                var ring = new AlertRingBuffer(64 * 1024, new WakeUp(), reserve: 0);
                var size = AlertWriter.SizeOf(before) + (isMark ? sizeof(ulong) : 0);
                Claim(ring, size, out var writer);
                Claim(ring, 64, out var neighbour);
                writer.Write(after);
                writer.Write(Mark);
                writer.EndKey();
                writer.Commit();
                neighbour.Write(Mark);
                neighbour.Commit();

                Assert.True(ring.TryRead(out var record));
                Assert.InRange(record.Payload.Length, size, size + 7);
                var read = record.CreateReader().ReadText();
                Assert.StartsWith(read.Value.ToString(), Encoding.UTF8.GetString(after), StringComparison.Ordinal);
                ring.Release(record);
                Assert.True(ring.TryRead(out record));
                Assert.Equal(Mark, record.CreateReader().Read<ulong>());
                Assert.Equal(-1, record.Payload[sizeof(ulong)..].IndexOfAnyExcept((byte)0));
                ring.Release(record);
                Assert.False(ring.TryRead(out _));
            },
            count: 1000);

    [Fact]
    public void AWriterThatWasRefusedWritesNone()
    {
        var ring = new AlertRingBuffer(1024, new WakeUp(), reserve: 0);
        Assert.Equal(ClaimResult.TooLarge, ring.TryClaim(Alerts.Plain.Id, 5000, false, 0, out var writer));
        writer.Write("text"u8);
        Assert.True(ring.IsEmpty);
    }

    private static void Claim(AlertRingBuffer ring, int size, out AlertWriter writer)
        => Assert.Equal(ClaimResult.Claimed, ring.TryClaim(Alerts.Plain.Id, size, true, 0, out writer));
}
