using System.Globalization;
using TypedWebhookAlerts.Capture;
using Xunit;

namespace TypedWebhookAlerts.Tests.Capture;

public sealed class AlertScratchTests
{
    [Fact]
    public void AValueIsRenderedInItsFormatAndTheInvariantCulture()
    {
        using var scratch = AlertScratch.Rent();
        Assert.Equal("1,234.5", scratch.Format(1234.5, "#,##0.0").Value);
        Assert.Equal("255", scratch.Format(new Version(255, 0).Major).Value);
        Assert.Equal("System.Object", scratch.Format(new object()).Value);
        Assert.Equal("<#,##0.0>", scratch.Format(new FormattableOnly(), "#,##0.0").Value);
    }

    [Fact]
    public void NothingIsRenderedAsNull()
    {
        using var scratch = AlertScratch.Rent();
        Assert.True(scratch.Format<object?>(null).IsNull);
        Assert.True(scratch.Format<Version?>(null).IsNull);
        Assert.True(scratch.Format<int?>(null).IsNull);
        Assert.True(scratch.Format(new FormattableOnly(), format: null).IsNull);
        Assert.Equal("7", scratch.Format<int?>(7).Value);
    }

    [Fact]
    public void EarlierTextsStandWhileLaterOnesAreRendered()
    {
        using var scratch = AlertScratch.Rent();
        var first = scratch.Format(new Repeated('a', 3000));
        var second = scratch.Format(new Repeated('b', 4096));
        var third = scratch.Format(new Repeated('c', 4096));
        var fourth = scratch.Format(new Repeated('d', 4096));
        var fifth = scratch.Format(new Repeated('e', 4096));
        var sixth = scratch.Format(new Repeated('f', 1));

        Assert.Equal(new string('a', 3000), first.Value);
        Assert.Equal(new string('b', 4096), second.Value);
        Assert.Equal(new string('c', 4096), third.Value);
        Assert.Equal(new string('d', 4096), fourth.Value);
        Assert.Equal(new string('e', 4096), fifth.Value);
        Assert.Equal("f", sixth.Value);
    }

    [Fact]
    public void ATextBeyondTheCapIsRenderedByItsToString()
    {
        using var scratch = AlertScratch.Rent();
        var before = scratch.Format(1);
        var text = scratch.Format(new Repeated('a', 5000));
        var after = scratch.Format(2);

        Assert.Equal(5000, text.Value.Length);
        Assert.Equal("1", before.Value);
        Assert.Equal("2", after.Value);
    }

    [Fact]
    public void FormattingThatItselfRendersAlertsTakesTheRoomAbove()
    {
        using var scratch = AlertScratch.Rent();
        var before = scratch.Format(1);
        var nested = scratch.Format(new Nested(Depth: 12));
        var after = scratch.Format(2);

        Assert.Equal("1", before.Value);
        Assert.Equal("<<<<<<<<<<<<>>>>>>>>>>>>", nested.Value);
        Assert.Equal("2", after.Value);
    }

    [Fact]
    public void AnExceptionWhileFormattingLeavesTheRoomAsItWas()
    {
        for (var i = 0; i < 100; i++)
        {
            using var scratch = AlertScratch.Rent();
            var before = scratch.Format(i);
            var thrown = false;
            try
            {
                scratch.Format(new Throwing());
            }
            catch (NotSupportedException)
            {
                thrown = true;
            }

            Assert.True(thrown);
            Assert.Equal(i.ToString(CultureInfo.InvariantCulture), before.Value);
            Assert.Equal("after", scratch.Format(new Word("after")).Value);
        }

        // A thread that lost room at each exception would have grown its memory by now.
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        using (var scratch = AlertScratch.Rent())
        {
            scratch.Format(new Word("again"));
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, 100);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(4097)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void ACountThatIsNoCountOfTheRoomShowsNothingOfIt(int written)
    {
        using (var earlier = AlertScratch.Rent())
        {
            earlier.Format(new Repeated('s', 4096));
            earlier.Format(new Repeated('s', 4096));
        }

        using var scratch = AlertScratch.Rent();
        var thrown = false;
        try
        {
            scratch.Format(new Lying(written));
        }
        catch (ArgumentOutOfRangeException)
        {
            thrown = true;
        }

        Assert.True(thrown);
        Assert.Equal("1", scratch.Format(1).Value);
    }

    private readonly struct FormattableOnly : IFormattable
    {
        public string ToString(string? format, IFormatProvider? formatProvider)
            => format is null ? null! : $"<{format}>";
    }

    private readonly record struct Repeated(char Character, int Count) : ISpanFormattable
    {
        public bool TryFormat(
            Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
        {
            charsWritten = 0;
            if (destination.Length < Count)
            {
                // As much as there is room for, which the scratch must not count as used.
                destination.Fill(Character);
                return false;
            }

            destination[..Count].Fill(Character);
            charsWritten = Count;
            return true;
        }

        public string ToString(string? format, IFormatProvider? formatProvider) => new(Character, Count);
    }

    private readonly record struct Word(string Text) : ISpanFormattable
    {
        public bool TryFormat(
            Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
        {
            charsWritten = Text.Length;
            return Text.TryCopyTo(destination);
        }

        public string ToString(string? format, IFormatProvider? formatProvider) => Text;
    }

    private readonly record struct Nested(int Depth) : ISpanFormattable
    {
        public bool TryFormat(
            Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
        {
            charsWritten = 0;
            if (Depth == 0)
            {
                return true;
            }

            destination[0] = '<';
            using (var scratch = AlertScratch.Rent())
            {
                var inner = scratch.Format(new Nested(Depth - 1)).Value;
                scratch.Format(new Repeated('x', 4096));
                inner.CopyTo(destination[1..]);
                destination[inner.Length + 1] = '>';
                charsWritten = inner.Length + 2;
            }

            return true;
        }

        public string ToString(string? format, IFormatProvider? formatProvider) => throw new NotSupportedException();
    }

    private readonly struct Throwing : ISpanFormattable
    {
        public bool TryFormat(
            Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
            => throw new NotSupportedException();

        public string ToString(string? format, IFormatProvider? formatProvider) => throw new NotSupportedException();
    }

    private readonly struct Lying(int count) : ISpanFormattable
    {
        public bool TryFormat(
            Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
        {
            charsWritten = count;
            return true;
        }

        public string ToString(string? format, IFormatProvider? formatProvider) => throw new NotSupportedException();
    }
}
