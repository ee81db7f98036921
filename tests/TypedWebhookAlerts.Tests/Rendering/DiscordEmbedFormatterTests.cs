using System.Text;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Rendering;
using TypedWebhookAlerts.Tests.Capture;
using Xunit;

namespace TypedWebhookAlerts.Tests.Rendering;

public sealed class DiscordEmbedFormatterTests
{
    private static readonly AlertHeading s_heading = new(
        LogLevel.Error, -1, new DateTimeOffset(2026, 11, 24, 22, 30, 5, 7, TimeSpan.FromHours(2)));

    [Fact]
    public void AnAlertOfAllPartsIsOneEmbed()
    {
        var embed = Spoken.Embed(SayAll, new RenderingOptions { FooterEnd = () => "StatsBot 1.2.0 · host" }, s_heading);
        Assert.Equal(
            """
            {"title":"🚨 Command failed","description":"a \"quoted\" text","color":16711680,"timestamp":"2026-11-24T20:30:05.007Z","fields":[{"name":"Component","value":"db","inline":true},{"name":"Output","value":"```\nx\n```"}],"footer":{"text":"StatsBot · StatsBot 1.2.0 · host"}}
            """.Trim(),
            embed.Json.GetRawText());
    }

    [Fact]
    public void WithoutTimestampsThereIsNone()
        => Assert.False(Spoken.Embed(SayAll, new RenderingOptions(IncludeTimestamps: false))
            .Json.TryGetProperty("timestamp", out _));

    [Theory]
    [InlineData("StatsBot", "StatsBot 1.2.0 · host", "StatsBot · 1.2.0 · host")]
    [InlineData("StatsBot Error Monitor", "StatsBot 1.2.0 · host", "StatsBot Error Monitor · 1.2.0 · host")]
    [InlineData("StatsBot", "StatsBot · host", "StatsBot · host")]
    [InlineData("StatsBot", "StatsBot", "StatsBot")]
    [InlineData("StatsBots", "StatsBot 1.2.0 · host", "StatsBots · StatsBot 1.2.0 · host")]
    [InlineData("StatsBoté", "StatsBot 1.2.0 · host", "StatsBoté · StatsBot 1.2.0 · host")]
    [InlineData("My StatsBot", "StatsBot 1.2.0 · host", "My StatsBot · StatsBot 1.2.0 · host")]
    [InlineData("StatsBot", "12 guilds", "StatsBot · 12 guilds")]
    public void AFooterThatBeginsWithTheApplicationsNameDoesNotSayItTwice(string footer, string end, string shown)
    {
        var options = new RenderingOptions(IncludeTimestamps: false)
        {
            FooterEnd = () => end,
            ApplicationName = "StatsBot",
        };

        Assert.Equal(shown, Spoken.Embed(Say, options).Footer);
        Assert.Equal($"-# {shown}", Spoken.Content(Say, options));

        void Say(AlertFormatter alert) => alert.Footer(Encoding.UTF8.GetBytes(footer));
    }

    [Fact]
    public void TheApplicationsNameIsSaidAgainByTheNextFooterThatDoesNotBeginWithIt()
    {
        var formatter = new DiscordEmbedFormatter(
            new RenderingOptions { FooterEnd = () => "StatsBot 1.2.0", ApplicationName = "StatsBot" });
        string[] footers = ["StatsBot", "Shop", "StatsBot"];

        Assert.Equal(
            ["StatsBot · 1.2.0", "Shop · StatsBot 1.2.0", "StatsBot · 1.2.0"],
            footers.Select(footer => ShownEmbed.Of(
                Spoken.Alert(formatter, alert => alert.Footer(Encoding.UTF8.GetBytes(footer)))).Footer));
    }

    [Fact]
    public void WithoutAFooterTheApplicationStandsAlone()
        => Assert.Equal(
            "bot", Spoken.Embed(alert => alert.Title("x"u8), new RenderingOptions { FooterEnd = () => "bot" }).Footer);

    [Theory]
    [InlineData(LogLevel.Critical, -1, 0x8B0000)]
    [InlineData(LogLevel.Error, -1, 0xFF0000)]
    [InlineData(LogLevel.Warning, -1, 0xFFA500)]
    [InlineData(LogLevel.Information, -1, 0x3498DB)]
    [InlineData(LogLevel.Debug, -1, 0x95A5A6)]
    [InlineData(LogLevel.Error, 0, 0)]
    [InlineData(LogLevel.Error, 0x123456, 0x123456)]
    [InlineData(LogLevel.Error, 0x1000000, 0xFF0000)]
    public void TheColorIsTheDeclaredOneOrTheLevels(LogLevel level, int declared, int expected)
        => Assert.Equal(
            expected, Spoken.Embed(SayAll, heading: s_heading with { Level = level, Color = declared }).Color);

    [Fact]
    public void OnceWarmNothingIsAllocatedButTheResult()
    {
        var formatter = new DiscordEmbedFormatter(new RenderingOptions { FooterEnd = () => "bot" });
        Assert.InRange(BytesAllocated(formatter), 1, ResultBytes(formatter) + 64);
    }

    [Fact]
    public void OnceWarmAContentAllocatesNothingButItself()
    {
        var formatter = new DiscordContentFormatter(new RenderingOptions { FooterEnd = () => "bot" });
        Assert.InRange(BytesAllocated(formatter), 1, ResultBytes(formatter) + 64);
    }

    internal static void SayAll(AlertFormatter alert)
    {
        alert.Title("🚨 Command failed"u8);
        Spoken.Say(alert, "a \"quoted\" text");
        alert.BeginField("Component"u8, inline: true);
        alert.Text("db");
        alert.End();
        alert.BeginField("Output"u8, codeBlock: true);
        alert.Text("x");
        alert.End();
        alert.Footer("StatsBot"u8);
    }

    private static long ResultBytes(DiscordFormatter formatter)
        => Render(formatter).Json.Length + 24 + 40;

    private static long BytesAllocated(DiscordFormatter formatter)
    {
        for (var i = 0; i < 100; i++)
        {
            Render(formatter);
        }

        return Allocations.Least(() => Render(formatter));
    }

    private static RenderedAlert Render(DiscordFormatter formatter)
    {
        formatter.Begin(s_heading);
        formatter.Title("Title"u8);
        formatter.BeginDescription();
        formatter.Literal("Shard "u8);
        formatter.Value(12345, "N0");
        formatter.Text(" lost: *reason* https://x.y <@1> \0 😀");
        formatter.UserId(5);
        formatter.Link("https://example.org/x");
        formatter.End();
        for (var i = 0; i < 30; i++)
        {
            formatter.BeginField("Name"u8, codeBlock: i % 2 == 0);
            formatter.Text("a value that is longer than its share, and a value that is longer than its share", 500);
            formatter.End();
        }

        formatter.Footer("Footer"u8);
        return formatter.Finish();
    }
}
