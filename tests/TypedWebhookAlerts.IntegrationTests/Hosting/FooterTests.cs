using Microsoft.Extensions.DependencyInjection;
using TypedWebhookAlerts.IntegrationTests.Scenarios;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Hosting;

/// <summary>What the footers of a host's alerts say of the application.</summary>
public sealed class FooterTests
{
    private static readonly string s_version =
        System.Reflection.Assembly.GetEntryAssembly()!.GetName().Version!.ToString(3);
    private static readonly string s_machine = Environment.MachineName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TheHostsNameItsVersionMachineAndUptimeFollowTheDeclaredFooter()
    {
        await using var run = new HostRun();
        await run.StartAsync(Token);

        run.Pipeline.Numbered(1);
        run.Flush();
        run.Run(TimeSpan.FromHours(3));
        run.Pipeline.CommandFailed("db", "it broke", 1, null);
        run.Flush();

        Assert.Equal(
            [
                $"HostRun {s_version} · {s_machine} · just started",
                $"StatsBot · HostRun {s_version} · {s_machine} · up 3 h",
            ],
            run.Embeds.Select(embed => embed.Footer));
    }

    [Fact]
    public async Task TheApplicationsNameIsAnOption()
    {
        await using var run = new HostRun(settings: [("WebhookAlerts:ApplicationName", "Bot *42*")]);
        await run.StartAsync(Token);

        run.Pipeline.Numbered(1);
        run.Flush();

        Assert.StartsWith($"Bot *42* {s_version} · ", run.Embeds[0].Footer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutTheBotInfoTheDeclaredFooterAndTheApplicationsOwnLineAreLeft()
    {
        await using var run = new HostRun(
            options: options => options.Context = new Guilds(() => "12 guilds"),
            settings: [("WebhookAlerts:IncludeBotInfo", "false")]);
        await run.StartAsync(Token);

        run.Pipeline.CommandFailed("db", "it broke", 1, null);
        run.Flush();

        Assert.Equal("StatsBot · 12 guilds", run.Embeds[0].Footer);
    }

    [Fact]
    public async Task TheContextAmongTheHostsServicesGivesTheLine()
    {
        await using var run = new HostRun(
            configure: builder => builder.Services.AddSingleton<IAlertContext>(new Guilds(() => "12 guilds")));
        await run.StartAsync(Token);

        run.Pipeline.Numbered(1);
        run.Flush();

        Assert.EndsWith(" · just started · 12 guilds", run.Embeds[0].Footer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AHostileContextLineFormatsNothingAndPingsNobody(bool useEmbeds)
    {
        await using var run = new HostRun(
            options: options =>
            {
                options.UseEmbeds = useEmbeds;
                options.Context = new Guilds(() => "**12** `guilds`\n@everyone <@1> [a](http://b.c)");
            },
            settings: [("WebhookAlerts:IncludeBotInfo", "false"), ("WebhookAlerts:IncludeTimestamps", "false")]);
        await run.StartAsync(Token);

        run.Pipeline.Numbered(1);
        run.Flush();

        var message = Assert.Single(run.Discord.Messages);
        Assert.Empty(message.Mentions);
        if (useEmbeds)
        {
            Assert.Equal("**12** `guilds` @everyone <@1> [a](http://b.c)", message.Embeds[0].Footer);
        }
        else
        {
            Assert.Equal(
                "Number 1\n-# \\*\\*12\\*\\* \\`guilds\\` @\u200Beveryone \\<@1> \\[a](http\\://b.c)", message.Content);
        }
    }

    [Fact]
    public async Task AContextThatThrowsCostsNoAlert()
    {
        await using var run = new HostRun(
            options: options => options.Context = new Guilds(() => throw new InvalidOperationException()));
        await run.StartAsync(Token);

        run.Pipeline.Numbered(1);
        run.Pipeline.Numbered(2);
        run.Flush();

        Assert.Equal(2, run.Pipeline.Ledger.Delivered);
        Assert.All(run.Embeds, embed => Assert.EndsWith("just started", embed.Footer, StringComparison.Ordinal));
        Assert.Single(run.Log.GetSnapshot(), record => record.Id.Id == 106);
    }

    private sealed class Guilds(Func<string?> describe) : IAlertContext
    {
        public string? Describe() => describe();
    }
}
