using TypedWebhookAlerts.Rendering;
using Xunit;

namespace TypedWebhookAlerts.Tests.Rendering;

public sealed class DiscordContentFormatterTests
{
    [Fact]
    public void AnAlertOfAllPartsIsOneText()
        => Assert.Equal(
            "**🚨 Command failed**\na \"quoted\" text\n**Component:** db\n"
            + "**Output:**\n```\nx\n```\n-# StatsBot · bot · <t:0:T>",
            Spoken.Content(DiscordEmbedFormatterTests.SayAll, new RenderingOptions { FooterEnd = () => "bot" }));

    [Fact]
    public void TheFooterOfAContentIsMarkdownAndOneLine()
        => Assert.Equal(
            @"-# a \*b\* c",
            Spoken.Content(
                alert =>
                {
                    alert.BeginFooter();
                    alert.Text("a *b*\nc");
                    alert.End();
                },
                new RenderingOptions(IncludeTimestamps: false)));

    [Fact]
    public void AShortLimitKeepsTheTitleAndTheDescriptionAndCountsTheFieldsLeftOut()
    {
        var content = Spoken.Content(
            alert =>
            {
                DiscordEmbedFormatterTests.SayAll(alert);
                for (var i = 0; i < 28; i++)
                {
                    alert.BeginField("More"u8);
                    alert.Text("more");
                    alert.End();
                }
            },
            new RenderingOptions(MaxMessageLength: 100));
        Assert.Equal("**🚨 C…**\na \"quoted\" t…\n-# +30 fields", content);
    }
}
