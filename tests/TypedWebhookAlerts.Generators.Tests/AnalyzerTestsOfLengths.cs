using System.Text;
using CsCheck;
using TypedWebhookAlerts.Generators.Analyzers;
using TypedWebhookAlerts.Generators.Parsing;
using TypedWebhookAlerts.Generators.Tests.Harness;
using TypedWebhookAlerts.Rendering;
using TypedWebhookAlerts.Tests;

namespace TypedWebhookAlerts.Generators.Tests;

/// <summary>TWA1010 to TWA1012 and TWA1015: what is more than Discord shows.</summary>
public sealed class AnalyzerTestsOfLengths
{
    private static readonly string[] s_fragments =
    [
        "a", "🚨", "\uD800", " ", "\t", "\r\n", "\r", "\n", "\u00A0", "\u2028", "\u200B", "\uFEFF", "\u0001",
        "\u0085", "\u202E", "\u2800", "\uFE0F", "\U000E0041", "\u3000", "\u000B", "\u1680", "\u180E", "{", "}", "ß",
    ];

    [Fact]
    public void TheLimitsAreThoseOfTheRenderer()
    {
        Assert.Equal(DiscordLimits.Title, EmbedLimits.Title);
        Assert.Equal(DiscordLimits.Description, EmbedLimits.Description);
        Assert.Equal(DiscordLimits.Footer, EmbedLimits.Footer);
        Assert.Equal(DiscordLimits.FieldName, EmbedLimits.FieldName);
        Assert.Equal(DiscordLimits.Fields, EmbedLimits.Fields);
        Assert.Equal(DiscordLimits.EmbedTotal, EmbedLimits.Total);
    }

    [Fact]
    public void ATextIsCountedAsTheRendererCountsIt()
        => Gen.OneOfConst(s_fragments).Array[0, 12].Select(string.Concat).Hold(
            text =>
            {
                var writer = new PartWriter(new Utf8Buffer());
                writer.Begin(PartKind.Footer, TextContext.Plain, DiscordLimits.Footer);
                writer.Literal(Encoding.UTF8.GetBytes(text));
                var rendered = writer.End();

                Assert.Equal(rendered.IsVisible, !ShownText.IsBlank(text));
                Assert.Equal(rendered.IsVisible ? rendered.CodePoints : 0, ShownText.Of(text).CodePoints);
            },
            count: 20_000,
            threads: 1);

    [Fact]
    public void OfEachCodePointAsMuchIsSeenAsTheRendererThinks()
        => Assert.Empty(
            from value in Enumerable.Range(0, 0x110000)
            where Rune.IsValid(value)
            let rune = new Rune(value)
            where Legible.IsVisible(Legible.Substitute(rune)) == ShownText.IsBlank(rune.ToString())
            select $"U+{value:X4}");

    [Fact]
    public void AHoleIsOneCodePointWhereverItStands()
    {
        const string Text = " {{ {a,-10:N2} 🚨 {b}  ";
        var counted = ShownText.Of(Text, TemplateParser.Parse(Text));

        Assert.Equal((7, 2), (counted.CodePoints, counted.Holes));
        Assert.Equal(Text.IndexOf("{b", StringComparison.Ordinal), counted.Beyond(6).Start);
    }

    [Theory]
    [InlineData("title", 256)]
    [InlineData("footer", 2048)]
    [InlineData("description", 4096)]
    [InlineData("field name", 256)]
    public Task WordsAreCountedToTheLastCodePoint(string part, int limit)
        => AnalyzerVerifier.VerifyAsync($$"""
            static partial class A
            {
                {{Declare(part, "Below", $"🚨{Words(limit - 2)}")}}
                {{Declare(part, "Within", $"🚨{Words(limit - 1)}")}}
                {{Declare(part, "Trimmed", $"  🚨{Words(limit - 1)}\\t\\n ")}}
                {{Declare(part, "Beyond", $"🚨{Words(limit - 1)}{{|TWA1010:y|}}")}}
                {{Declare(part, "FarBeyond", $" 🚨{Words(limit - 1)}{{|TWA1010:\\u00e9 y🚨|}} ")}}
            }
            """);

    [Theory]
    [InlineData("title", 256)]
    [InlineData("footer", 2048)]
    [InlineData("description", 4096)]
    public Task EachHoleNeedsRoom(string part, int limit)
        => AnalyzerVerifier.VerifyAsync($$"""
            static partial class A
            {
                {{Declare(part, "Within", $"{{a}}{Words(limit - 2)}{{a}}")}}
                {{Declare(part, "Beyond", $"{{a}}{Words(limit - 1)}{{|TWA1010:{{a}}|}}")}}
                {{Declare(part, "FarBeyond", $"{Words(limit)}{{|TWA1010:{{{{{{a,3}} y|}}")}}
            }
            """);

    [Fact]
    public Task WhatIsNoPlainLiteralIsPointedAtAsAWhole()
        => AnalyzerVerifier.VerifyAsync($$"""
            static partial class A
            {
                const string Long = "{{Words(257)}}";

                [WebhookAlert(LogLevel.Error, "{a}", Title = {|TWA1010:Long|})]
                public static partial void X(int a);
            }
            """);

    [Fact]
    public Task AParametersNameInWordsMayBeTooLongToo()
        => AnalyzerVerifier.VerifyAsync($$"""
            static partial class A
            {
                [WebhookAlert(LogLevel.Error, "a")]
                public static partial void Field({|TWA1010:int {{Words(257)}}|}, int {{new string('w', 256)}});

                [WebhookAlert(LogLevel.Error, "{{{Words(257)}}}")]
                public static partial void Hole(int {{Words(257)}});
            }
            """);

    [Fact]
    public Task AllWordsTogetherMustFitOneEmbed()
        => AnalyzerVerifier.VerifyAsync($$"""
            static partial class A
            {
                [WebhookAlert(LogLevel.Error, "{{Words(3990)}}{a}", Footer = "{{Words(2004)}}")]
                public static partial void Below(int a, [AlertField("🚨Fi")] int b);

                [WebhookAlert(LogLevel.Error, "{{Words(3990)}}{a}", Footer = "{{Words(2004)}}", Title = " Tit ")]
                public static partial void Within(int a, [AlertField("F")] int b);

                [WebhookAlert(LogLevel.Error, "{{Words(3990)}}{a}", Footer = "{{Words(2004)}}")]
                public static partial void {|TWA1011:Beyond|}(int a, int fives);

                [WebhookAlert(LogLevel.Error, "{{Words(3953)}}", Footer = "{{Words(2048)}}")]
                public static partial void {|TWA1011:OfWordsAlone|}();

                [WebhookAlert(LogLevel.Error, "{{Words(4096)}}{|TWA1010:y|}", Footer = "{{Words(2004)}}")]
                public static partial void PartTooLong();

                [WebhookAlert(LogLevel.Error, "{{Words(4090)}}", Footer = "{{Words(2004)}}{|TWA1001:{|}")]
                public static partial void Malformed();
            }
            """);

    [Fact]
    public Task MoreThanTwentyFiveFieldsArePointedAt()
        => AnalyzerVerifier.VerifyAsync($$"""
            static partial class A
            {
                [WebhookAlert(LogLevel.Error, "")]
                public static partial void Within({{Fields(25)}}, Exception e);

                [WebhookAlert(LogLevel.Error, "{p25}")]
                public static partial void InAHole(AlertPipeline alerts, {{Fields(26)}});

                [WebhookAlert(LogLevel.Error, "")]
                public static partial void Beyond(AlertPipeline alerts, {{Fields(25)}}, {|TWA1012:int z|});

                [WebhookAlert(LogLevel.Error, "{p3}")]
                public static partial void FarBeyond({{Fields(26)}}, {|TWA1012:[AlertField] Exception e|}, int z);
            }
            """);

    [Fact]
    public Task AWidthBeyondThePartIsPointedAt()
        => AnalyzerVerifier.VerifyAsync("""
            static partial class A
            {
                [WebhookAlert(LogLevel.Error, "{a,4096}", Title = "{a,-256}", Footer = "{a,2048:N2}")]
                public static partial void Within(int a);

                [WebhookAlert(
                    LogLevel.Error,
                    "{a , {|TWA1015:-4097|} :X}",
                    Title = "{a,{|TWA1015:257|}}",
                    Footer = "{a,{|TWA1015:-2049|}}")]
                public static partial void Beyond(int a);

                [WebhookAlert(LogLevel.Error, "{a:N4096}", Title = "{a:D0256}{b:E256}{a:G999}", Footer = "{a:X2048}")]
                public static partial void Precise(int a, double b);

                [WebhookAlert(
                    LogLevel.Error,
                    "{a:{|TWA1015:N999999999|}}{b:{|TWA1013:N9999999999|}}{c:{|TWA1013:D999|}}{d:dd999}",
                    Title = "{a:{|TWA1015:D0257|}}{b:{|TWA1013:D300|}}{b:R300}{b:00000.0}",
                    Footer = "{a,{|TWA1015:5000|}:{|TWA1015:B2049|}}")]
                public static partial void TooPrecise(int a, double b, DayOfWeek c, DateTime d);
            }
            """);

    private static string Declare(string part, string name, string text)
    {
        var (arguments, parameter) = part switch
        {
            "title" => ($"\"{{a}}\", Title = \"{text}\"", "int a"),
            "footer" => ($"\"{{a}}\", Footer = \"{text}\"", "int a"),
            "description" => ($"\"{text}\"", "[AlertField] int a"),
            _ => ("\"a\"", $"[AlertField(\"{text}\", Inline = true)] int a"),
        };
        return $"[WebhookAlert(LogLevel.Error, {arguments})] public static partial void {name}({parameter});";
    }

    private static string Words(int length) => new('x', length);

    private static string Fields(int count)
        => string.Join(", ", Enumerable.Range(0, count).Select(index => $"int p{index}"));
}
