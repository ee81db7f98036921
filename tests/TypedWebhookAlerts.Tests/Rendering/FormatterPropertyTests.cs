using System.Text;
using CsCheck;
using TypedWebhookAlerts.Rendering;
using TypedWebhookAlerts.Tests.Rendering.Reading;
using Xunit;

namespace TypedWebhookAlerts.Tests.Rendering;

public sealed class FormatterPropertyTests
{
    private static readonly AlertCounter s_longest = new(long.MaxValue, DateTimeOffset.MaxValue, long.MaxValue);

    // Each is only text, and each waits for a continuation that an argument could give it.
    private static readonly string[] s_halfMarks =
    [
        "Shard ", ": ", "\n", "a <", "at @", "http:", "see https:", "\n-", "\n#", "\n##", "\n>", "\n1.", "\n1", "C:\\",
        "\n  -", "x.",
    ];

    [Fact]
    public void WhateverIsSaidAnEmbedKeepsEveryLimitOfDiscord()
        => HostileAlert.Any.Hold(
            alert =>
            {
                var rendered = alert.Render(new DiscordEmbedFormatter(alert.Options));
                var embed = ShownEmbed.Of(rendered);
                Assert.Equal(embed.CodePoints, rendered.CodePoints);
                Assert.InRange(embed.CodePoints, 1, 6000 - 64);
                Assert.InRange(Length(embed.Title), 0, 256);
                Assert.InRange(Length(embed.Description), 0, Math.Min(4096, alert.Options.MaxMessageLength) - 64);
                Assert.InRange(Length(embed.Footer), 0, 2048);
                Assert.Equal(Math.Min(25, alert.FieldCount), embed.Fields.Length);
                Assert.All(embed.Fields, field =>
                {
                    Assert.InRange(Length(field.Name), 1, 256);
                    Assert.InRange(Length(field.Value), 1, 1024);
                });
                Assert.DoesNotContain(embed.Texts, ShownEmbed.IsBlank);
            },
            count: 400);

    [Fact]
    public void WhateverIsSaidNoCodeBlockIsLeftOpen()
        => HostileAlert.Any.Hold(
            alert =>
            {
                var embed = ShownEmbed.Of(alert.Render(new DiscordEmbedFormatter(alert.Options)), s_longest);
                Assert.True(DiscordReader.AreFencesClosed(embed.Description ?? ""), embed.Description);
                Assert.All(embed.Fields, field => Assert.True(DiscordReader.AreFencesClosed(field.Value), field.Value));
            },
            count: 300);

    [Fact]
    public void WhateverIsSaidACounterStillFits()
        => HostileAlert.Any.Hold(
            alert =>
            {
                var rendered = alert.Render(new DiscordEmbedFormatter(alert.Options));
                var embed = ShownEmbed.Of(rendered, s_longest);
                Assert.InRange(embed.CodePoints, rendered.CodePoints + 1, rendered.ReservedCodePoints);
                Assert.InRange(Length(embed.Description), 1, Math.Min(4096, alert.Options.MaxMessageLength));
                Assert.EndsWith("and 999,999,999+ more", embed.Description, StringComparison.Ordinal);
            },
            count: 200);

    [Fact]
    public void WhateverIsSaidAContentKeepsItsLimit()
        => HostileAlert.Any.Hold(
            alert =>
            {
                var rendered = alert.Render(new DiscordContentFormatter(alert.Options));
                var content = ShownEmbed.ContentOf(rendered);
                Assert.Equal(Length(content), rendered.CodePoints);
                Assert.InRange(Length(content), 1, Math.Min(2000, alert.Options.MaxMessageLength) - 64);
                Assert.False(ShownEmbed.IsBlank(content));
                Assert.True(DiscordReader.AreFencesClosed(content), content);
                Assert.InRange(
                    Length(ShownEmbed.ContentOf(rendered, s_longest)),
                    1,
                    Math.Min(2000, alert.Options.MaxMessageLength));
            },
            count: 400);

    [Fact]
    public void AFormatterThatWasUsedBeforeSaysTheSame()
    {
        var options = new RenderingOptions();
        var used = new DiscordEmbedFormatter(options);
        HostileAlert.Any.Hold(
            alert => Assert.Equal(alert.Render(new DiscordEmbedFormatter(options)).Json, alert.Render(used).Json),
            count: 100,
            threads: 1);
    }

    [Fact]
    public void AnArgumentFormatsNothingInWhicheverPiecesItIsWritten()
        => HostileAlert.Argument.Where(a => !a.StartsWith('{')).Array[1, 5].Hold(
            pieces => Assert.Null(DiscordMarkdown.FindMark(Spoken.Description(pieces))), count: 3000);

    [Fact]
    public void AnArgumentFormatsNothingTogetherWithALiteralThatFormatsNothing()
        => Gen.Select(Gen.OneOfConst(s_halfMarks), HostileAlert.Argument.Where(a => a.Length > 0)).Array[1, 4].Hold(
            pairs =>
            {
                var embed = Spoken.Embed(
                    alert =>
                    {
                        alert.BeginDescription();
                        foreach (var (literal, argument) in pairs)
                        {
                            alert.Literal(Encoding.UTF8.GetBytes(literal));
                            alert.Text(argument);
                        }
                    },
                    new RenderingOptions(4096));
                Assert.Null(DiscordMarkdown.FindMark(embed.Description!));
            },
            count: 3000);

    [Fact]
    public void NoCutFallsInsideAnEscapeWhereverTheTextStands()
        => Gen.Select(HostileAlert.Argument, Gen.Int[1, 400], Gen.Int[100, 4096]).Hold(
            (argument, times, limit) =>
            {
                var text = string.Concat(
                    Enumerable.Repeat(argument, Math.Min(times, 1 + (6000 / (argument.Length + 1)))));
                var options = new RenderingOptions(limit);
                var embed = Spoken.Embed(alert => SayEverywhere(alert, text), options);
                string?[] shown =
                [
                    embed.Title, embed.Description, embed.Fields[0].Value,
                    Spoken.Content(alert => Spoken.Say(alert, text), options),
                    Spoken.Content(alert => alert.Exception(new IOException(text)), options),
                ];
                Assert.All(shown.OfType<string>(), part => Assert.False(EndsInsideAnEscape(part), part));
            },
            count: 2000);

    private static void SayEverywhere(AlertFormatter alert, string text)
    {
        alert.BeginTitle();
        alert.Text(text);
        alert.End();
        Spoken.Say(alert, text);
        alert.BeginField("Name"u8);
        alert.Text(text);
        alert.End();
    }

    /// <summary>Whether a backslash before the ellipsis would escape it.</summary>
    private static bool EndsInsideAnEscape(string text)
    {
        var kept = text[..(text.LastIndexOf('…') is var cut and >= 0 ? cut : text.Length)];
        return (kept.Length - kept.TrimEnd('\\').Length) % 2 == 1;
    }

    private static int Length(string? text) => ShownEmbed.CodePointsOf(text ?? "");
}
