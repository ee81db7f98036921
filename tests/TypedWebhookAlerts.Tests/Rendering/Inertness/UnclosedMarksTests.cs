using CsCheck;
using TypedWebhookAlerts.Privacy;
using TypedWebhookAlerts.Rendering;
using TypedWebhookAlerts.Tests.Rendering.Reading;
using Xunit;

namespace TypedWebhookAlerts.Tests.Rendering.Inertness;

/// <summary>What a developer begins and does not end, or what is cut before its end, does not reach into what
/// follows.</summary>
public sealed class UnclosedMarksTests
{
    private const int Values = 1000;

    private static readonly RenderingOptions s_roomy =
        new(4096, IncludeTimestamps: false) { Redactor = TextRedactor.None };

    // ">>> " quotes all that follows: a developer who writes it means that.
    private static readonly Gen<Template> s_templates = Template.Any.Where(
        template => !string.Concat(template.Pieces.Where((_, i) => i % 2 == 0)).Contains(">>", StringComparison.Ordinal));

    [Theory]
    [InlineData("**a", @"\*\*a")]
    [InlineData("a ||b", @"a \|\|b")]
    [InlineData("`a", "`a`")]
    [InlineData("[INFO] a", @"\[INFO] a")]
    [InlineData("__a__ _b", @"__a__ \_b")]
    [InlineData("***a**", @"\***a**")]
    [InlineData("> **a\n**b", "> \\*\\*a\n\\*\\*b")]
    [InlineData("a\n#", "a\n\\#")]
    [InlineData("a <b", "a \\<b")]
    [InlineData("*a\u3000*: b", "\\*a\u3000\\*: b")]
    [InlineData("a\n#\n#", "a\n\\#\n\\#")]
    [InlineData("# # **a", "# # \\*\\*a")]
    [InlineData("-# -# ~~a", "-# -# \\~\\~a")]
    [InlineData("-# a\n **b", "-# a\n \\*\\*b")]
    [InlineData("a <t:**>", "a <t:\\*\\*>")]
    [InlineData("``````", "``````\n```")]
    [InlineData("a http://_", "a http://\\_")]
    public void WhatNothingEndsIsText(string literal, string expected)
        => Assert.Equal(expected, Spoken.Description($"{{{literal}}}"));

    [Theory]
    [InlineData("**a** *b* _c_ __d__ ~~e~~ ||f|| `g` [h](https://dash.example/x)")]
    [InlineData("*a **b***")]
    [InlineData("***a***")]
    [InlineData("**a *b***")]
    [InlineData("||a **b|| c")]
    [InlineData("- **a**: b\n- *c*")]
    [InlineData("* a\n* b")]
    [InlineData("> **a\n> b**")]
    [InlineData("# a\n-# *b*")]
    [InlineData("a < b | c ~ d, 2 * 3")]
    [InlineData("```\n**a\n```")]
    [InlineData("<@1> <t:1:R>")]
    [InlineData("<:shard_1:1> <a:shard_1:1> :white_check_mark: </a_b c:1>")]
    [InlineData("see https://dash.example/shard_1, <https://dash.example/a_b> and <bob_x@example.org>")]
    [InlineData("[a](https://dash.example/c_d_1) b")]
    [InlineData("# a <:shard_1:1>\n> https://dash.example/shard_1\n- :white_check_mark:")]
    public void WhatIsEndedStaysAsItWasWritten(string literal)
        => Assert.Equal(literal, Spoken.Description($"{{{literal}}}"));

    [Theory]
    [InlineData("a ``````")]
    [InlineData("- ``````")]
    [InlineData("#|a|\n# ")]
    [InlineData("-# -# |a| ~~")]
    [InlineData("A, |<\\://# |")]
    public void NothingReachesIntoTheTraceThatFollows(string pieces)
    {
        var exception = new Traced("m", "   at a<b:c/d>()");
        var runs = Read(Spoken.Embed(alert => Describe(alert, new Template(pieces.Split('|')), exception), s_roomy));
        Assert.Equal(Read(Spoken.Embed(alert => alert.Exception(exception), s_roomy)), runs.TakeLast(3));
    }

    [Fact]
    public void ABackslashAtTheEndOfATitleEscapesNothing()
        => Assert.StartsWith(
            "**a\\\\**\n",
            Spoken.Content(alert => Say(alert, new Template(["a\\ "]), new Template(["b"]), "c"), s_roomy),
            StringComparison.Ordinal);

    [Fact]
    public void AnExceptionAndItsTraceLookAsIfNothingStoodBeforeThem()
        => Gen.Select(s_templates, HostileValue.Any, HostileValue.Any).Hold(
            (template, message, frame) =>
            {
                var exception = new Traced($"m{message}", $"   at {frame}()");
                var runs = Read(Spoken.Embed(alert => Describe(alert, template, exception), s_roomy));
                var alone = Read(Spoken.Embed(alert => alert.Exception(exception), s_roomy));
                Assert.Equal(alone, runs.TakeLast(alone.Count));
            },
            Values);

    [Fact]
    public void WhereverATextIsCutTheTraceBehindItIsABlock()
        => Gen.Select(s_templates, HostileValue.Any, HostileValue.Any, Gen.Int[120, 400]).Hold(
            (template, message, frame, limit) =>
            {
                var exception = new Traced($"m{message}", $"   at {frame}()");
                var embed = Spoken.Embed(
                    alert => Describe(alert, template.With(value => string.Concat(Enumerable.Repeat(value, 40))), exception),
                    s_roomy with { MaxMessageLength = limit });
                if (embed.Description!.EndsWith("\n```", StringComparison.Ordinal))
                {
                    var last = Read(embed)[^1];
                    Assert.True(last is { Look: Look.CodeBlock, Target: null }, $"{last}\n{template}\n{embed.Description}");
                }
            },
            Values);

    [Fact]
    public void InPlainContentAFieldLooksAsIfNothingStoodBeforeIt()
        => Gen.Select(s_templates.Where(HasNoAsterisk), s_templates, HostileValue.Any).Hold(
            (title, description, value) =>
            {
                var runs = DiscordMarkdown.Read(Spoken.Content(alert => Say(alert, title, description, value), s_roomy));
                var alone = DiscordMarkdown.Read(Spoken.Content(alert => SayCode(alert, value), s_roomy));
                Assert.Equal(alone.TakeLast(1), runs.TakeLast(1));
            },
            Values);

    // A title stands in bold there; what makes some of it bold once more ends that.
    private static bool HasNoAsterisk(Template title)
        => !title.Pieces.Where((_, i) => i % 2 == 0).Any(piece => piece.Contains('*', StringComparison.Ordinal));

    private static IReadOnlyList<ShownRun> Read(ShownEmbed embed) => DiscordMarkdown.Read(embed.Description ?? "");

    private static void Describe(AlertFormatter alert, Template template, Exception exception)
    {
        alert.BeginDescription();
        template.SpeakTo(alert);
        alert.End();
        alert.Exception(exception);
    }

    private static void Say(AlertFormatter alert, Template title, Template description, string value)
    {
        alert.BeginTitle();
        title.SpeakTo(alert);
        alert.BeginDescription();
        description.SpeakTo(alert);
        SayCode(alert, value);
    }

    private static void SayCode(AlertFormatter alert, string value)
    {
        alert.BeginField("Code"u8, codeBlock: true);
        alert.Text("x" + value);
        alert.End();
    }
}
