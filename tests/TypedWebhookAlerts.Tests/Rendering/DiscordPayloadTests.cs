using System.Text;
using CsCheck;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Rendering;
using Xunit;

namespace TypedWebhookAlerts.Tests.Rendering;

public sealed class DiscordPayloadTests
{
    private static readonly DateTimeOffset s_last = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);

    [Fact]
    public void AllEmbedsGoIntoOneMessageThatPingsNobody()
    {
        var alert = Embed("a");
        var body = Text([new ShownAlert(alert, default), new ShownAlert(Embed("b"), new AlertCounter(2, s_last, 0))]);
        Assert.Equal(
            """
            {"embeds":[{"description":"a","color":16711680},{"description":"b\n-# ×2 · <t:1700000000:T>","color":16711680}],"allowed_mentions":{"parse":[]}}
            """.Trim(),
            body);
    }

    [Fact]
    public void ContentsAreJoinedByLines()
        => Assert.Equal(
            """
            {"content":"a\n-# and 680,000 more\nb","allowed_mentions":{"parse":[]}}
            """.Trim(),
            Text(
            [
                new ShownAlert(Content("a"), new AlertCounter(1, s_last, 680_000)),
                new ShownAlert(Content("b"), default),
            ]));

    [Fact]
    public void AnEmbedWithoutADescriptionGetsOneForItsCounter()
    {
        var alert = Spoken.Alert(
            new DiscordEmbedFormatter(new RenderingOptions(IncludeTimestamps: false)), alert => alert.Title("t"u8));
        Assert.True(alert.IsCounterAlone);
        Assert.Equal(
            "-# ×1,234 · <t:1700000000:T> · and 5 more",
            ShownEmbed.Of(alert, new AlertCounter(1234, s_last, 5)).Description);
        Assert.Null(ShownEmbed.Of(alert, new AlertCounter(1, s_last, 0)).Description);
    }

    [Fact]
    public void NoCounterIsLongerThanItsReserve()
        => Gen.Select(Gen.Long, Gen.DateTimeOffset, Gen.Long).Hold((count, last, refused) =>
        {
            foreach (var counter in new AlertCounter[]
            {
                new(count, last, refused),
                new(long.MaxValue, DateTimeOffset.MaxValue, long.MaxValue),
                new(long.MaxValue, DateTimeOffset.MinValue, long.MaxValue),
            })
            {
                var text = new byte[CounterText.MaxBytes];
                var length = CounterText.Write(text, counter, isAlone: false);
                var shown = Encoding.UTF8.GetString(text, 0, length).Replace("\\n", "\n", StringComparison.Ordinal);
                Assert.InRange(ShownEmbed.CodePointsOf(shown), counter.IsShown ? 1 : 0, DiscordLimits.CounterReserve);
            }
        });

    [Fact]
    public void AFrameSignsCallsAndOpensButAnEditSaysOnlyAgainWhomItCalls()
    {
        ShownAlert[] alerts = [new ShownAlert(Content("a"), default)];
        var frame = new MessageFrame
        {
            Username = "O\"ps",
            AvatarUrl = "https://example.org/a.png",
            Mention = new Mention("5", IsUser: false),
            ThreadName = "night",
            Tags = "1,2",
            IsPossiblyRepeated = true,
        };
        const string Message =
            """
            "content":"<@&5>\n-# possibly repeated\na","allowed_mentions":{"parse":[],"roles":["5"]}}
            """;
        const string Signature =
            """
            "username":"O\u0022ps","avatar_url":"https://example.org/a.png",
            """;

        Assert.Equal("{" + Signature + Message, Text(alerts, frame));
        Assert.Equal(
            """{"thread_name":"night","applied_tags":["1","2"],""" + Signature + Message,
            Encoding.UTF8.GetString(DiscordPayload.Create(alerts, frame).AsOpening().Json.Span));
        Assert.Equal("{" + Message, Encoding.UTF8.GetString(DiscordPayload.CreateEdit(alerts, frame).Json.Span));
    }

    [Fact]
    public void OnlyTheLevelsThatAreToCallDo()
    {
        var frame = new MessageFrame { Mention = new Mention("5", IsUser: true), MentionFrom = LogLevel.Error };

        Assert.Null(frame.Of(LogLevel.Warning, isPossiblyRepeated: false).Mention);
        Assert.Equal("<@5>", frame.Of(LogLevel.Error, isPossiblyRepeated: false).Mention?.Text);
    }

    [Fact]
    public void AMessageWithoutAnyAlertIsAnError()
        => Assert.Throws<ArgumentException>(() => DiscordPayload.Create([], MessageFrame.None));

    private static RenderedAlert Embed(string text) => Spoken.Alert(
        new DiscordEmbedFormatter(new RenderingOptions(IncludeTimestamps: false)), alert => Spoken.Say(alert, text));

    private static RenderedAlert Content(string text) => Spoken.Alert(
        new DiscordContentFormatter(new RenderingOptions(IncludeTimestamps: false)), alert => Spoken.Say(alert, text));

    private static string Text(ShownAlert[] alerts) => Text(alerts, MessageFrame.None);

    private static string Text(ShownAlert[] alerts, MessageFrame frame)
        => Encoding.UTF8.GetString(DiscordPayload.Create(alerts, frame).Json.Span);
}
