using System.Globalization;
using System.Runtime.CompilerServices;
using CsCheck;
using TypedWebhookAlerts.Rendering;
using Xunit;

namespace TypedWebhookAlerts.Tests.Rendering;

public sealed class AlertFormatterValueTests
{
    private static readonly string?[] s_integerFormats =
    [
        null, string.Empty, "G", "D", "D12", "d250", "D256", "D257", "N0", "N2", "N500", "X", "x8", "b", "B70", "C",
        "P1", "E3", "F2", "R", "#,##0.00", "0000", "+0;-0;zero", "0.0 €", "\\d", "'literal'0", "Q", "Y7",
    ];

    private static readonly string?[] s_numberFormats =
    [
        null, "G", "G17", "R", "N2", "F3", "E", "e10", "P", "C2", "0.###", "#", "00.0e+0", "F300", "0.0 €", "D", "X",
        "Q",
    ];

    private static readonly string?[] s_dateTimeFormats =
    [
        null, "o", "s", "u", "R", "d", "D", "f", "F", "g", "G", "t", "T", "M", "Y", "yyyy-MM-dd HH:mm:ss.fff",
        "dddd, dd MMMM yyyy", "%h", "hh\\:mm tt", "'on' yyyy", "zzz", "Q", "%",
    ];

    private static readonly string?[] s_dateFormats =
        [null, "o", "R", "d", "D", "M", "Y", "yyyy-MM-dd", "ddd", "HH", "Q"];

    private static readonly string?[] s_timeFormats = [null, "o", "R", "t", "T", "HH:mm:ss.fffffff", "%h", "yyyy", "Q"];

    private static readonly string?[] s_timeSpanFormats =
        [null, "c", "g", "G", "t", "d\\.hh\\:mm", "hh\\:mm\\:ss\\.fff", "%d", "'a day'", "hh:mm", "Q"];

    private static readonly string?[] s_guidFormats = [null, "D", "N", "B", "P", "X", "d", "Q", "DD"];

    private static readonly Gen<int> s_alignment = Gen.OneOf(Gen.Const(0), Gen.Int[-40, 40], Gen.Int[-600, 600]);

    [Fact]
    public void IntegersAreFormattedAsDotNetDoes()
    {
        AssertLikeDotNet(Gen.SByte, s_integerFormats);
        AssertLikeDotNet(Gen.Byte, s_integerFormats);
        AssertLikeDotNet(Gen.Short, s_integerFormats);
        AssertLikeDotNet(Gen.UShort, s_integerFormats);
        AssertLikeDotNet(Gen.Int, s_integerFormats);
        AssertLikeDotNet(Gen.UInt, s_integerFormats);
        AssertLikeDotNet(Gen.Long, s_integerFormats);
        AssertLikeDotNet(Gen.ULong, s_integerFormats);
        AssertLikeDotNet(Gen.Long.Select(value => (nint)value), s_integerFormats);
        AssertLikeDotNet(Gen.Select(Gen.ULong, Gen.ULong, (high, low) => new Int128(high, low)), s_integerFormats);
    }

    [Fact]
    public void NumbersWithAPointAreFormattedAsDotNetDoes()
    {
        AssertLikeDotNet(Gen.Float, s_numberFormats);
        AssertLikeDotNet(Gen.Double, s_numberFormats);
        AssertLikeDotNet(Gen.Decimal, s_numberFormats);
        AssertLikeDotNet(Gen.Float.Select(value => (Half)value), s_numberFormats);
    }

    [Fact]
    public void TimesAreFormattedAsDotNetDoes()
    {
        AssertLikeDotNet(Gen.DateTime, s_dateTimeFormats);
        AssertLikeDotNet(Gen.DateTimeOffset, s_dateTimeFormats);
        AssertLikeDotNet(Gen.DateOnly, s_dateFormats);
        AssertLikeDotNet(Gen.TimeOnly, s_timeFormats);
        AssertLikeDotNet(Gen.TimeSpan, s_timeSpanFormats);
    }

    [Fact]
    public void IdentifiersAreFormattedAsDotNetDoes() => AssertLikeDotNet(Gen.Guid, s_guidFormats);

    [Fact]
    public void TruthCharactersAndTextAreAlignedAsDotNetDoes()
        => Gen.Select(Gen.Bool, Gen.Char, Gen.String, s_alignment).Hold((truth, character, text, alignment) =>
        {
            var bmp = char.IsSurrogate(character) ? 'ß' : character;
            Assert.Equal(DotNet(truth, null, alignment), Record(alert => alert.Value(truth, alignment)));
            Assert.Equal(DotNet(bmp, null, alignment), Record(alert => alert.Value(bmp, alignment)));
            Assert.Equal(DotNet(text, null, alignment), Record(alert => alert.Text(text, alignment)));
        });

    [Fact]
    public void AMissingValueIsShownAndAlignedAsNull()
    {
        Assert.Equal("  (null)", Record(alert => alert.Value((int?)null, "D4", 8)));
        Assert.Equal("(null)  ", Record(alert => alert.Value((Guid?)null, null, -8)));
        Assert.Equal("(null)", Record(alert => alert.Value((bool?)null)));
        Assert.Equal("  (null)", Record(alert => alert.Value((char?)null, 8)));
        Assert.Equal("  (null)", Record(alert => alert.Text(AlertText.Null, 8)));
        Assert.Equal("0042", Record(alert => alert.Value((int?)42, "D4")));
    }

    [Fact]
    public void CutTextEndsInAnEllipsis()
        => Assert.Equal("  cut…", Record(alert => alert.Text(new AlertText("cut", isCut: true), 5)));

    [Fact]
    public void AFormatThatTheTypeRefusesIsNamedBesideThePlainValue()
    {
        Assert.Equal("  42 (format 'Q' failed)", Record(alert => alert.Value(42, "Q", 4)));
        Assert.Equal("  42 (format 'Q' failed)", Record(alert => alert.Value((int?)42, "Q", 4)));
    }

    [Fact]
    public void AValueThatRefusesEvenThePlainFormatEndsInItsException()
        => Assert.Throws<FormatException>(() => Record(alert => alert.Value(new Unprintable(), "Q")));

    [Fact]
    public void AFormatLongerThanAnEmbedIsNotFollowed()
    {
        Assert.Equal(1000, Record(alert => alert.Value(1, "D1000")).Length);
        Assert.Equal(16_000, Record(alert => alert.Value(1, "D16000")).Length);
        Assert.Equal("(format 'D70000' is too long)", Record(alert => alert.Value(1, "D70000")));
    }

    [Theory]
    [InlineData(int.MinValue, 4096)]
    [InlineData(int.MaxValue, 4096)]
    [InlineData(-5000, 4096)]
    [InlineData(33, 33)]
    [InlineData(-64, 64)]
    public void NoAlignmentIsWiderThanAnEmbed(int alignment, int width)
    {
        Assert.Equal(width, Record(alert => alert.Value(7, null, alignment)).Length);
        Assert.Equal(width, Record(alert => alert.Text("seven", alignment)).Length);
    }

    private static void AssertLikeDotNet<T>(Gen<T> values, string?[] formats)
        where T : struct, IUtf8SpanFormattable, IFormattable
        => Gen.Select(values, Gen.Int[0, formats.Length - 1], s_alignment).Hold((value, index, alignment) =>
        {
            var format = formats[index];
            var expected = DotNetOrNote(value, format, alignment);
            Assert.Equal(expected, Record(alert => alert.Value(value, format, alignment)));
            Assert.Equal(expected, Record(alert => alert.Value((T?)value, format, alignment)));
        },
        count: 500);

    private static string DotNetOrNote<T>(T value, string? format, int alignment)
    {
        try
        {
            return DotNet(value, format, alignment);
        }
        catch (FormatException)
        {
            return DotNet(value, null, alignment) + $" (format '{format}' failed)";
        }
    }

    private static string DotNet<T>(T value, string? format, int alignment)
    {
        // A format in braces would need its own escapes; the handler takes it as it is.
        var handler = new DefaultInterpolatedStringHandler(
            0, 1, CultureInfo.InvariantCulture);
        handler.AppendFormatted(value, alignment, format);
        return handler.ToStringAndClear();
    }

    private static string Record(Action<AlertFormatter> write) => RecordingFormatter.Record(write);

    private readonly struct Unprintable : IUtf8SpanFormattable
    {
        public bool TryFormat(
            Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
            => throw new FormatException();
    }
}
