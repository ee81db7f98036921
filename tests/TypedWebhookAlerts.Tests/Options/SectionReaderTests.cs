using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Hosting;
using Xunit;

namespace TypedWebhookAlerts.Tests.Options;

public sealed class SectionReaderTests
{
    [Theory]
    [InlineData("10", "00:00:10")]
    [InlineData(" 2.5 ", "00:00:02.5")]
    [InlineData("0", "00:00:00")]
    [InlineData("-3", "-00:00:03")]
    [InlineData("00:02:00", "00:02:00")]
    [InlineData("'1.02:03:04'", "1.02:03:04")]
    public void ATimeIsSecondsOrHoursMinutesAndSeconds(string text, string time)
    {
        var options = Read(("BatchTimeout", text));

        Assert.Equal(TimeSpan.Parse(time, System.Globalization.CultureInfo.InvariantCulture), options.BatchTimeout);
        Assert.Empty(options.Notes.Mistakes);
    }

    [Theory]
    [InlineData("1,5")]
    [InlineData("NaN")]
    [InlineData("1e300")]
    [InlineData("ten")]
    [InlineData("99999999999")]
    [InlineData("10675199.00:00:00")]
    [InlineData("-10675199.02:48:05.4775808")]
    [InlineData("25:99:00")]
    public void WhatIsNoTimeIsAMistake(string text)
        => Assert.Equal(
            ["WebhookAlerts:BatchTimeout must be a time: seconds, or hh:mm:ss."],
            Read(("BatchTimeout", text)).Notes.Mistakes);

    [Theory]
    [InlineData("YES", true)]
    [InlineData("1", true)]
    [InlineData("\"true\"", true)]
    [InlineData("no", false)]
    [InlineData("0", false)]
    public void ASwitchIsReadAsInAVariable(string text, bool on)
    {
        Assert.Equal(on, Read(("UseEmbeds", text)).UseEmbeds);
        Assert.Equal(on, Read(("Required", text)).Required);
    }

    [Fact]
    public void AnEmptyValueIsUnsetButForTheFallbackFileWhichItTakesAway()
    {
        var options = Read(("BatchSize", ""), ("Culture", " "), ("Fallback:Path", ""), ("Routes:error:Url", ""));

        Assert.Equal(5, options.BatchSize);
        Assert.Null(options.Culture);
        Assert.Equal("", options.Fallback.Path);
        Assert.Empty(options.Routes);
        Assert.Empty(options.Notes.Mistakes);
    }

    [Fact]
    public void AKeyThatWasTakenAwayIsUnset()
    {
        var options = Read(("Fallback:Path", null), ("LevelRoutes:Error", null), ("LevelRoutes:Debug:0", null));

        Assert.Equal("webhook-alerts.jsonl", options.Fallback.Path);
        Assert.Equal(["error"], options.LevelRoutes[LogLevel.Error]);
        Assert.False(options.LevelRoutes.ContainsKey(LogLevel.Debug));
        Assert.False(options.Notes.HasSection);
    }

    [Fact]
    public void AListMayBeATextWithCommas()
    {
        var options = Read(
            ("TrustedHosts", "localhost:1, relay.example"),
            ("Routes:forum:Tags", "1;2"),
            ("LevelRoutes:Error", "ops, info"));

        Assert.Equal(["localhost:1", "relay.example"], options.TrustedHosts);
        Assert.Equal([1UL, 2], options.Routes["forum"].Tags);
        Assert.Equal(["ops", "info"], options.LevelRoutes[LogLevel.Error]);
    }

    [Fact]
    public void ALevelsListReplacesItsDefaultAndAnEmptyOneTakesItAway()
    {
        var options = ReadJson("""{ "LevelRoutes": { "critical": ["ops"], "Information": [], "Warning": null } }""");

        Assert.Equal(["ops"], options.LevelRoutes[LogLevel.Critical]);
        Assert.Empty(options.LevelRoutes[LogLevel.Information]);
        Assert.Equal(["error"], options.LevelRoutes[LogLevel.Warning]);
    }

    [Fact]
    public void WhatIsNoLevelIsAMistakeWithTheNearest()
        => Assert.Equal(
            [
                "WebhookAlerts:LevelRoutes:Eror is no level; did you mean 'Error'?",
                "WebhookAlerts:LevelRoutes:4 is no level.",
            ],
            Read(("LevelRoutes:Eror", "ops"), ("LevelRoutes:4", "ops")).Notes.Mistakes
                .OrderByDescending(mistake => mistake.Length));

    [Fact]
    public void ALevelIsNamedAndNotNumbered()
        => Assert.Equal(
            ["WebhookAlerts:MinimumLevel must be a level from Trace to Critical, or None."],
            Read(("MinimumLevel", "3")).Notes.Mistakes);

    [Fact]
    public void AKeyThatIsNotKnownIsToldWithTheNearest()
    {
        var options = Read(
            ("Routes:error:Ulr", "https://discord.com/api/webhooks/1/secret"),
            ("Retry:MaxAttempt", "3"),
            ("Fallbak:Path", "x"),
            ("Zebra", "1"),
            ("Alerts:ShardDisconnected:Enable", "false"));

        Assert.Equal(
            [
                new UnknownName("WebhookAlerts:Alerts:ShardDisconnected:Enable", "Enabled"),
                new UnknownName("WebhookAlerts:Fallbak", "Fallback"),
                new UnknownName("WebhookAlerts:Retry:MaxAttempt", "MaxAttempts"),
                new UnknownName("WebhookAlerts:Routes:error:Ulr", "Url"),
                new UnknownName("WebhookAlerts:Zebra", null),
            ],
            options.Notes.Unknown.OrderBy(unknown => unknown.Name, StringComparer.Ordinal));
        Assert.Empty(options.Notes.Mistakes);
    }

    [Fact]
    public void NamesThatUsersChooseAreFreeAndTheCaseOfAKeyIsNoMatter()
    {
        var options = Read(
            ("routes:Batchsize:url", "https://discord.com/api/webhooks/1/token"),
            ("alerts:Shop.BotAlerts.Lost:enabled", "false"),
            ("thresholds:queue:above", "5"));

        Assert.Empty(options.Notes.Unknown);
        Assert.False(options.Alerts["shop.botalerts.lost"].Enabled);
        Assert.Equal(5, options.Thresholds["queue"].Above);
    }

    [Fact]
    public void AValueWhereAGroupIsMeantIsAMistakeAndAGroupWhereAValueIs()
    {
        var options = Read(
            ("Routes:error", "https://discord.com/api/webhooks/1/secret"),
            ("BatchSize:Max", "3"),
            ("Retry", "5"));

        Assert.Equal(
            [
                "WebhookAlerts:BatchSize must be a whole number, not a group or a list.",
                "WebhookAlerts:Retry must hold options of its own, not a value.",
                "WebhookAlerts:Routes:error must hold options of its own, not a value.",
            ],
            options.Notes.Mistakes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void AGroupOrAListInAListIsAMistake()
    {
        var options = ReadJson(
            """
            {
              "LevelRoutes": { "Error": ["ops", ["info"]] },
              "Redaction": { "Except": [["jwt"], "email"] },
              "Routes": { "forum": { "Tags": [1, { "id": 2 }] } },
              "TrustedHosts": [{ "host": "relay.example" }]
            }
            """);

        Assert.Equal(
            [
                "WebhookAlerts:LevelRoutes:Error:1 must be a text, not a group or a list.",
                "WebhookAlerts:Redaction:Except:0 must be a text, not a group or a list.",
                "WebhookAlerts:Routes:forum:Tags:1 must be an id: digits only, not a group or a list.",
                "WebhookAlerts:TrustedHosts:0 must be a text, not a group or a list.",
            ],
            options.Notes.Mistakes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void ASectionThatIsATextIsAMistake()
    {
        var options = new WebhookAlertOptions();
        var root = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create("WebhookAlerts", (string?)"the-secret")]).Build();

        SectionReader.Read(root.GetSection("WebhookAlerts"), options);

        Assert.Equal(["WebhookAlerts must hold options of its own, not a value."], options.Notes.Mistakes);
    }

    [Fact]
    public void ACultureMustBeKnown()
    {
        Assert.Equal("de-DE", Read(("Culture", "de-DE")).Culture?.Name);
        Assert.Equal(
            ["WebhookAlerts:Culture must be a culture that this system knows, such as de-DE."],
            Read(("Culture", "no culture!")).Notes.Mistakes);
    }

    private static WebhookAlertOptions Read(params (string Path, string? Text)[] values)
        => Read(new ConfigurationBuilder().AddInMemoryCollection(
            values.Select(value => KeyValuePair.Create("WebhookAlerts:" + value.Path, value.Text))));

    private static WebhookAlertOptions ReadJson(string section)
        => Read(new ConfigurationBuilder().AddJsonStream(
            new MemoryStream(Encoding.UTF8.GetBytes($$"""{ "WebhookAlerts": {{section}} }"""))));

    private static WebhookAlertOptions Read(IConfigurationBuilder builder)
    {
        var options = new WebhookAlertOptions();
        SectionReader.Read(builder.Build().GetSection("WebhookAlerts"), options);
        return options;
    }
}
