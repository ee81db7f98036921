using System.Text;
using CsCheck;
using TypedWebhookAlerts.Privacy;
using TypedWebhookAlerts.Rendering;
using TypedWebhookAlerts.Tests.Rendering.Reading;
using Xunit;

namespace TypedWebhookAlerts.Tests.Rendering.Inertness;

/// <summary>
/// Text is inert, proved by reading what is rendered as Discord does: whatever a developer writes around holes, and
/// whatever stands in them, the reader sees the developer's formatting, and of each argument what it says.
/// </summary>
public sealed class InertnessTests
{
    private const int Values = 1500;

    // Nothing is redacted: hostile text may hold what looks like a secret.
    private static readonly RenderingOptions s_roomy =
        new(4096, IncludeTimestamps: false) { Redactor = TextRedactor.None };

    [Fact]
    public void InADescriptionAnArgumentIsOnlyText()
        => Hold(template => Spoken.Embed(alert => Describe(alert, template), s_roomy).Description, DiscordMarkdown.Read);

    [Fact]
    public void InAFieldAnArgumentIsOnlyText()
        => Hold(template => Spoken.Embed(alert => SayField(alert, template), s_roomy).Fields[0].Value, DiscordMarkdown.Read);

    [Fact]
    public void InATitleAnArgumentIsOnlyText()
        => Hold(template => Spoken.Embed(alert => SayTitle(alert, template), s_roomy).Title, DiscordMarkdown.ReadInline);

    [Fact]
    public void InPlainContentAnArgumentIsOnlyText()
        => Hold(
            template => Spoken.Content(alert => Describe(alert, template), s_roomy),
            DiscordMarkdown.Read,
            Template.WellFormed);

    [Fact]
    public void TheNameOfAFieldThatAnArgumentGivesIsOnlyText()
        => HostileValue.Any.Where(name => name.EnumerateRunes().Any(rune => !Skeleton.IsKept(rune))).Hold(
            name =>
            {
                var embed = Spoken.Embed(alert => SayNamedField(alert, name), s_roomy);
                ExpectText(name, DiscordMarkdown.ReadInline(embed.Fields[0].Name));
            },
            Values);

    [Fact]
    public void AnExceptionsMessageIsOnlyText()
        => HostileValue.Any.Where(message => !string.IsNullOrWhiteSpace(message)).Hold(
            message =>
            {
                var embed = Spoken.Embed(alert => alert.Exception(new IOException(message + ".")), s_roomy);
                var runs = DiscordMarkdown.Read(embed.Description!);
                Assert.Equal(new ShownRun("System.IO.IOException", Look.Bold), runs[0]);
                ExpectText($": {message}.", [.. runs.Skip(1)]);
            },
            Values);

    [Fact]
    public void ACodeBlockHoldsAllThatAnArgumentSays()
        => HostileValue.Any.Where(value => value.EnumerateRunes().Any(rune => !Skeleton.IsKept(rune))).Hold(
            value =>
            {
                var embed = Spoken.Embed(alert => SayCode(alert, value), s_roomy);
                var block = Assert.Single(DiscordMarkdown.Read(embed.Fields[0].Value));
                Assert.Equal((Look.CodeBlock, null), (block.Look, block.Target));
                ExpectText(value, [block with { Look = Look.Plain, Text = block.Text.Replace('ˋ', '`') }]);
            },
            Values);

    [Fact]
    public void WhereverATextIsCutWhatIsLeftIsOnlyText()
        => Gen.Select(Template.Plain, Gen.Int[1, 40], Gen.Int[100, 400]).Hold(
            (template, times, limit) =>
            {
                var options = s_roomy with { MaxMessageLength = limit };
                var embed = Spoken.Embed(alert => SayOften(alert, template, times), options);
                Assert.Null(DiscordMarkdown.FindMark("x\n" + embed.Description));
            },
            Values);

    [Fact]
    public void InAFooterNothingIsEscaped()
        => Template.Plain.Hold(
            template =>
            {
                var shown = Spoken.Embed(alert => SayFooter(alert, template), s_roomy).Footer ?? "";
                ExpectText(string.Concat(template.Pieces.Select(Whole)), [new ShownRun(shown, Look.Plain)]);
            },
            Values);

    private static void Hold(
        Func<Template, string?> render, Func<string, IReadOnlyList<ShownRun>> read, Gen<Template>? templates = null)
        => (templates ?? Template.ForThisRun).Hold(
            template =>
            {
                var difference = Reader.FindDifference(template, render, read);
                Assert.True(difference is null, difference);
            },
            Values);

    // Half a character at the end of a piece and half at the begin of the next are no character.
    private static string Whole(string piece) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(piece));

    private static void ExpectText(string said, IReadOnlyList<ShownRun> runs)
    {
        Assert.All(runs, run => Assert.Equal(Look.Plain, run.Look));
        var shown = string.Concat(runs.Select(run => run.Text)).Replace("\u200B", "", StringComparison.Ordinal).Trim();
        var expected = string.Concat(Seen.Of(said).Select(rune => rune.ToString())).Trim();
        Assert.True(expected.EnumerateRunes().Count() == shown.EnumerateRunes().Count(), $"{expected}\n{shown}");
        Assert.All(
            expected.EnumerateRunes().Zip(shown.EnumerateRunes()),
            pair => Assert.True(Seen.IsShownAs(pair.First, pair.Second), $"{expected}\n{shown}"));
    }

    private static void SayTitle(AlertFormatter alert, Template template)
    {
        alert.BeginTitle();
        template.SpeakTo(alert);
        alert.End();
    }

    private static void Describe(AlertFormatter alert, Template template)
    {
        alert.BeginDescription();
        template.SpeakTo(alert);
        alert.End();
    }

    private static void SayField(AlertFormatter alert, Template template)
    {
        alert.BeginField("Name"u8);
        template.SpeakTo(alert);
        alert.End();
    }

    private static void SayFooter(AlertFormatter alert, Template template)
    {
        alert.BeginFooter();
        template.SpeakTo(alert);
        alert.End();
    }

    private static void SayNamedField(AlertFormatter alert, string name)
    {
        alert.BeginField((AlertText)name, inline: false);
        alert.Text("x");
        alert.End();
    }

    private static void SayCode(AlertFormatter alert, string value)
    {
        alert.BeginField("Code"u8, codeBlock: true);
        alert.Text(value);
        alert.End();
    }

    private static void SayOften(AlertFormatter alert, Template template, int times)
    {
        alert.BeginDescription();
        for (var i = 0; i < times; i++)
        {
            template.SpeakTo(alert);
        }

        alert.End();
    }
}
