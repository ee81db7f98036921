using System.Globalization;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Scenarios;

/// <summary>A window that nobody announced costs one refusal, and is known from then on.</summary>
public sealed class HiddenWindowTests
{
    private const int Count = 700;

    public static TheoryData<int, int, int, int, bool> Windows()
    {
        var data = new TheoryData<int, int, int, int, bool>();
        foreach (var limit in new[] { 12, 20, 30, 45 })
        {
            foreach (var seconds in new[] { 30, 60, 90 })
            {
                foreach (var roundTrip in new[] { 0, 40, 300 })
                {
                    data.Add(limit, seconds, roundTrip, 1, false);
                    data.Add(limit, seconds, roundTrip, 2, false);
                    data.Add(limit, seconds, roundTrip, 1, true);
                }
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task AHiddenWindowCostsOneRefusalIfItIsTighterThanTheOptionsAndNoneElse(
        int limit, int seconds, int roundTrip, int webhooks, bool isHeaderless)
    {
        await using var run = new VirtualRun(
            (options, discord) => Configure(options, discord, webhooks, isHeaderless),
            TimeSpan.FromMilliseconds(roundTrip),
            limits: limits =>
            {
                limits.ChannelLimit = limit;
                limits.ChannelWindow = TimeSpan.FromSeconds(seconds);
            });
        for (var number = 0; number < Count / webhooks; number++)
        {
            run.Pipeline.Numbered(number);
            if (webhooks > 1)
            {
                run.Pipeline.Joined(number.ToString(CultureInfo.InvariantCulture));
            }
        }

        // 70 full messages at the least, all slots but the two kept for Critical used, and one refusal waited out.
        var least = TimeSpan.FromSeconds(70.0 / Math.Min((limit - 2.0) / seconds, 28.0 / 60));
        Assert.True(run.RunUntil(() => run.Shown == Count, least + TimeSpan.FromSeconds(2.0 * seconds)));

        // A burst of 28, and 30 a minute after it, overrun what is smaller or longer.
        Assert.Equal(
            limit < 28 || seconds > 60 ? 1 : 0,
            run.Discord.Requests.Count(request => request.StatusCode == 429));
        Assert.Equal(0, run.Pipeline.Ledger.Dropped);
    }

    private static void Configure(
        WebhookAlertOptions options, DiscordSimulator discord, int webhooks, bool isHeaderless)
    {
        var first = discord.AddWebhook("one");
        options.Route("error", first.Url);
        if (webhooks > 1)
        {
            options.Route("member-events", discord.AddWebhook("two", first.ChannelId).Url);
        }

        if (isHeaderless)
        {
            options.HttpMessageHandler = () => new HeaderlessDiscord(discord.CreateHandler());
        }
    }
}
