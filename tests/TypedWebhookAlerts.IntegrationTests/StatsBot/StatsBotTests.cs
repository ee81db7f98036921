using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.StatsBot;

/// <summary>What a newcomer runs first, run as they run it.</summary>
public sealed class StatsBotTests
{
    [Fact]
    public async Task AnEventFileIsReadToItsEndAndEveryAlertIsAccountedFor()
    {
        using var events = new TemporaryFile(
            [GatewayLines.Guild, .. Enumerable.Range(1, 25).Select(GatewayLines.Join)]);

        var run = await BotRun.StartAsync(["--events", events.Path]);

        Assert.Equal(25, run.Ledger("raised"));
        Assert.Equal(25, run.Ledger("delivered"));
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("👋 [bold]User[/] ``` 25 joined", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EventsFromStandardInputAreReadToTheirEnd()
    {
        var input = Lines([GatewayLines.Guild, GatewayLines.Join(1)]);

        var named = await BotRun.StartAsync(["--events", "-"], input);
        var piped = await BotRun.StartAsync([], input);

        Assert.Equal(1, named.Ledger("delivered"));
        Assert.Equal(0, named.ExitCode);
        Assert.Equal(1, piped.Ledger("delivered"));
        Assert.Equal(0, piped.ExitCode);
    }

    [Fact]
    public async Task AMalformedLineIsWarnedOfByItsNumberAndTheRestIsRead()
    {
        var run = await BotRun.StartAsync(["--events", "-"], Lines(
        [
            GatewayLines.Guild,
            """{"op":0,"t":"GUILD_MEMBER_ADD","d":{"guild_id":"1","user":""",
            """{"op":0,"t":"GUILD_MEMBER_ADD","d":{"guild_id":"1"}}""",
            string.Empty,
            "null",
            """{"op":0,"t":"TYPING_START","d":{}}""",
            GatewayLines.Join(1),
        ]));

        Assert.Equal(["2", "3", "5"], WarnedLines(run));
        Assert.Equal(4, run.Ledger("raised")); // each warning of the log is an alert, too
        Assert.Contains("Line 5 is not a gateway event", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public async Task EqualFailuresAreOneMessageWhoseCounterTellsHowMany()
    {
        var run = await BotRun.StartAsync(["--events", "-"], Lines(
            [GatewayLines.Guild, .. Enumerable.Repeat(GatewayLines.FailingCommand, 40)]));

        Assert.Equal(40, run.Ledger("raised"));
        Assert.Equal(1, run.Ledger("delivered"));
        Assert.Equal(39, run.Ledger("coalesced"));
        Assert.Contains("System.DivideByZeroException", run.Output, StringComparison.Ordinal);
        Assert.Contains("×40", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public async Task AsPlainContentTheAccountIsTheSame()
    {
        var run = await BotRun.StartAsync(
            ["--events", "-"],
            Lines([GatewayLines.Guild, GatewayLines.Join(1), .. Enumerable.Repeat(GatewayLines.FailingCommand, 5)]),
            new Dictionary<string, string> { ["WEBHOOK_USE_EMBEDS"] = "false" });

        Assert.Equal(2, run.Ledger("delivered"));
        Assert.Equal(4, run.Ledger("coalesced"));
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public async Task WithoutInputTheRecordedEveningIsPlayedUntilTheTimeIsUp()
    {
        var run = await BotRun.StartAsync(["--duration", "3"]);

        Assert.InRange(run.Ledger("delivered"), 1, 60);
        Assert.Contains("🟢 StatsBot started", run.Output, StringComparison.Ordinal);
        Assert.Contains("✅ Online", run.Output, StringComparison.Ordinal);
        Assert.Contains("🔴 StatsBot is stopping", run.Output, StringComparison.Ordinal);
        Assert.Contains("member-events → webhook 'StatsBot' in channel", run.Errors, StringComparison.Ordinal);
        Assert.Contains("health: webhook_alerts Healthy", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public async Task SlowCommandsAreToldByTheThresholdInTheSettings()
    {
        var run = await BotRun.StartAsync(
            ["--events", "-"],
            Lines([GatewayLines.Guild, GatewayLines.Export(days: 300), GatewayLines.Export(days: 2500)]),
            new Dictionary<string, string> { ["WebhookAlerts__ThresholdInterval"] = "00:00:01" });

        Assert.Contains("Slow commands (command=export)", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public async Task AVariableOverridesASingleAlert()
    {
        var run = await BotRun.StartAsync(
            ["--events", "-"],
            Lines([GatewayLines.Guild, GatewayLines.Join(1), GatewayLines.FailingCommand]),
            new Dictionary<string, string> { ["WebhookAlerts__Alerts__MemberJoined__Enabled"] = "false" });

        Assert.Equal(1, run.Ledger("raised"));
        Assert.DoesNotContain("joined", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public async Task AMalformedUrlFailsTheStartNamingTheOptionAndNotTheValue()
    {
        var run = await BotRun.StartAsync(
            ["--duration", "3"],
            variables: new Dictionary<string, string>
            {
                ["WEBHOOK_ERROR_URL"] = "https://evil.example/api/webhooks/1/hush",
            });

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("WEBHOOK_ERROR_URL names neither", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", run.Errors + run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", run.Errors + run.Output, StringComparison.Ordinal);
        Assert.Equal(0, run.Ledger("raised"));
    }

    [Fact]
    public async Task AnEventFileThatIsMissingIsNamedAndFailsTheRun()
    {
        var run = await BotRun.StartAsync(["--events", "no-such-file.jsonl"]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("no-such-file.jsonl", run.Errors, StringComparison.Ordinal);
        Assert.Equal(0, run.Ledger("raised"));
    }

    [Fact]
    public async Task WithAUrlTheAlertsGoThereAndNotIntoTheTerminal()
    {
        await using var discord = new DiscordSimulator();
        var webhook = discord.AddWebhook();
        await discord.ListenAsync(TestContext.Current.CancellationToken);

        var run = await BotRun.StartAsync(
            ["--events", "-"],
            Lines([GatewayLines.Guild, GatewayLines.Join(1), GatewayLines.FailingCommand]),
            new Dictionary<string, string>
            {
                ["WEBHOOK_MEMBER_EVENTS_URL"] = webhook.Url,
                ["WEBHOOK_TRUSTED_HOSTS"] = discord.Host,
            });

        var embed = Assert.Single(Assert.Single(webhook.Messages).Embeds);
        Assert.EndsWith("joined", embed.Title, StringComparison.Ordinal);
        Assert.EndsWith(" · 1 guild", embed.Footer, StringComparison.Ordinal);
        Assert.DoesNotContain("joined", run.Output, StringComparison.Ordinal);
        Assert.Equal(1, run.Ledger("delivered"));
        Assert.Equal(0, run.ExitCode);
    }

    private static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(line => line + "\n"));

    private static IEnumerable<string> WarnedLines(BotRun run)
        => run.Errors.Split('\n')
            .Where(line => line.StartsWith("warning: Line ", StringComparison.Ordinal))
            .Select(line => line.Split(' ')[2]);
}
