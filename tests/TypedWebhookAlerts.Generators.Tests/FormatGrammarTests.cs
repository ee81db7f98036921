using System.Globalization;
using CsCheck;
using TypedWebhookAlerts.Generators.Analyzers.Formats;
using TypedWebhookAlerts.Generators.Model;
using TypedWebhookAlerts.Tests;

namespace TypedWebhookAlerts.Generators.Tests;

/// <summary>Compares the verdict on a format with what .NET does when it is asked to use it.</summary>
public sealed class FormatGrammarTests
{
    private const string AnyCharacter = " ,.;:/-+#0'\"\\%|<>\0\u00E9\u2713";
    private const string Letters = "aAbBcCdDeEfFgGhHkKmMnNoOpPrRsStTuUxXyYzZ";

    private static readonly Dictionary<string, Func<string, bool>> s_numbers = new()
    {
        ["sbyte"] = Takes<sbyte>(-12),
        ["byte"] = Takes<byte>(12),
        ["short"] = Takes<short>(-1234),
        ["ushort"] = Takes<ushort>(1234),
        ["int"] = Takes(-12345),
        ["uint"] = Takes(12345U),
        ["long"] = Takes(-12345L),
        ["ulong"] = Takes(12345UL),
        ["nint"] = Takes<nint>(-12345),
        ["nuint"] = Takes<nuint>(12345),
        ["global::System.Int128"] = Takes<Int128>(-12345),
        ["global::System.UInt128"] = Takes<UInt128>(12345),
        ["global::System.Half"] = Takes((Half)(-1.5)),
        ["float"] = Takes(-1.5F),
        ["double"] = Takes(-1.5),
        ["decimal"] = Takes(-1.5M),
    };

    private static readonly Dictionary<string, Func<string, bool>> s_others = new()
    {
        ["global::System.Guid"] = Takes(Guid.Parse("8f2c1d3e-1111-2222-3333-444455556666")),
        ["global::System.TimeSpan"] = Takes(new TimeSpan(3, 4, 5, 6, 7)),
        ["global::System.DateTime"] = Takes(new DateTime(2026, 11, 25, 1, 2, 3, DateTimeKind.Utc)),
        ["global::System.DateTimeOffset"] = Takes(new DateTimeOffset(2026, 11, 25, 1, 2, 3, TimeSpan.FromHours(2))),
        ["global::System.DateOnly"] = Takes(new DateOnly(2026, 11, 25)),
        ["global::System.TimeOnly"] = Takes(new TimeOnly(1, 2, 3)),
    };

    // Digits that .NET takes for a precision are kept few: it would write as many.
    private static readonly Gen<string> s_numeric = Gen.Select(
        Gen.Char[Letters],
        Gen.OneOf(
            Gen.Int[0, 99].Select(number => number.ToString(CultureInfo.InvariantCulture)),
            Gen.OneOfConst("", "0", "00000000012", "1000000000", "9999999999", "12345678901a", "1\0junk")),
        Gen.OneOf(Gen.Const(""), Gen.String[Gen.Char[AnyCharacter + Letters], 0, 3]),
        (letter, digits, rest) => letter + digits + rest);

    private static readonly Gen<string> s_run = Gen.Select(
        Gen.Char[Letters], Gen.Int[1, 9], (letter, count) => new string(letter, count));

    private static readonly Gen<string> s_tokens = Gen.OneOf(
            s_run,
            Gen.Char[AnyCharacter].Select(character => character.ToString()),
            Gen.OneOfConst("'a'", "\"d\"", "'\\''", "\\d", "%h", "%", "%%", "%'", "\\", "'", "'a\\'", "\\:", "yyyy"))
        .Array[1, 5]
        .Select(string.Concat);

    [Fact]
    public void EveryLetterIsJudgedOfEveryTypeAsDotNetDoes()
        => Assert.All(s_numbers.Concat(s_others), type =>
        {
            for (var character = ' '; character <= '~'; character++)
            {
                AssertSame(type.Key, type.Value, character.ToString());
                AssertSame(type.Key, type.Value, $"%{character}");
            }
        });

    [Fact]
    public void NumbersTakeTheFormatsThatDotNetTakes()
        => Gen.OneOf(s_numeric, s_tokens).Hold(format => AssertSameOf(s_numbers, format), count: 4_000, threads: 1);

    [Fact]
    public void MomentsSpansAndGuidsTakeTheFormatsThatDotNetTakes()
        => Gen.OneOf(s_tokens, s_tokens, s_run, s_numeric)
            .Hold(format => AssertSameOf(s_others, format), count: 20_000, threads: 1);

    [Fact]
    public void ANumberIsWrittenInTheDigitsThatAreCountedOrMore()
        => Gen.Select(Gen.Char["bBcCdDeEfFgGnNpPrRxX"], Gen.Int[0, 400]).Hold(
            (letter, digits) =>
            {
                var format = FormattableString.Invariant($"{letter}{digits:000}");
                Assert.True(Written(12345, format) >= LeastDigits("int", format), format);
                Assert.True(Written(1.5, format) >= LeastDigits("double", format), format);
                Assert.True(Written(1.5M, format) >= LeastDigits("decimal", format), format);

                var counted = letter is 'g' or 'G' or 'r' or 'R' ? 0 : digits;
                Assert.Equal(counted, NumberFormats.LeastDigits(format));
            },
            count: 2_000,
            threads: 1);

    [Theory]
    [InlineData(ValueKind.Text)]
    [InlineData(ValueKind.Span)]
    [InlineData(ValueKind.Bool)]
    [InlineData(ValueKind.Char)]
    [InlineData(ValueKind.UserId)]
    [InlineData(ValueKind.Uri)]
    [InlineData(ValueKind.Exception)]
    internal void WhatIsShownInOneWayOnlyTakesNoFormat(ValueKind kind) => Assert.NotNull(Problem(kind, "string", "G"));

    [Theory]
    [InlineData(ValueKind.Rendered)]
    [InlineData(ValueKind.Secret)]
    [InlineData(ValueKind.Unsupported)]
    internal void WhatHasFormatsOfItsOwnIsNotJudged(ValueKind kind) => Assert.Null(Problem(kind, "string", "?!"));

    [Fact]
    public void AnEnumTakesTheFormatsThatDotNetTakes()
    {
        var letters = Enumerable.Range(' ', '~' - ' ' + 1).Select(code => ((char)code).ToString());
        Assert.All([.. letters, "G2", "GG"], format => Assert.Equal(
            Takes(() => DayOfWeek.Friday.ToString(format)),
            Problem(ValueKind.Enum, "int", format) is null));
    }

    private static void AssertSameOf(Dictionary<string, Func<string, bool>> types, string format)
    {
        foreach (var (type, takes) in types)
        {
            AssertSame(type, takes, format);
        }
    }

    private static void AssertSame(string type, Func<string, bool> takes, string format)
    {
        var problem = Problem(ValueKind.Number, type, format);
        Assert.True(takes(format) == problem is null, $"{type}, format '{format}': {problem ?? "taken"}");
    }

    private static int LeastDigits(string type, string format)
        => FormatGrammar.LeastDigits(new CapturedType(ValueKind.Number, type, false, false, null), format);

    // What is refused is written in no digits, and none are counted.
    private static int Written(IFormattable value, string format)
    {
        var written = 0;
        _ = Takes(() => written = value.ToString(format, CultureInfo.InvariantCulture).Length);
        return written;
    }

    private static string? Problem(ValueKind kind, string type, string format)
        => FormatGrammar.Problem(new CapturedType(kind, type, false, false, null), format);

    private static Func<string, bool> Takes<T>(T value)
        where T : IUtf8SpanFormattable
        => format => Takes(()
            => value.TryFormat(new byte[1024], out _, format, CultureInfo.InvariantCulture));

    private static bool Takes(Action format)
    {
        try
        {
            format();
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
