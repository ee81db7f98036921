using System.Net;
using Microsoft.Extensions.Logging;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Scenarios;

/// <summary>What Discord grants the machine's address: so many requests a second, and none to one that misbehaves.
/// </summary>
public sealed class AddressLimitTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    public async Task SeventyWebhooksTogetherStayWithinFiftyRequestsASecond(int roundTrip)
    {
        await using var run = new VirtualRun(
            (options, discord) =>
            {
                var names = Enumerable.Range(0, 70).Select(i => $"route-{i}").ToList();
                names.ForEach(name => options.Route(name, discord.AddWebhook(name).Url));
                options.LevelRoutes[LogLevel.Error] = names;
            },
            TimeSpan.FromMilliseconds(roundTrip));
        for (var number = 0; number < 20; number++)
        {
            run.Pipeline.Numbered(number);
        }

        Assert.True(run.RunUntil(() => run.Shown == 20 * 70, TimeSpan.FromMinutes(1)));

        Assert.All(run.Discord.Requests, request => Assert.Equal(200, request.StatusCode));
    }

    [Fact]
    public async Task ABanIsKnockedAtAfterTwoFourAndEightMinutesAndThenAllArrives()
    {
        await using var run = new VirtualRun((options, discord) => options.Route("info", discord.AddWebhook().Url));
        for (var i = 0; i < 3; i++)
        {
            run.Faults.ThenAnswer(HttpStatusCode.TooManyRequests, "<html>banned</html>");
        }

        run.Run(TimeSpan.FromSeconds(1));
        run.Pipeline.Numbered(1);
        run.Run(TimeSpan.FromSeconds(1));
        run.Pipeline.DatabaseDown("db-1"); // to both routes, neither of which knocks
        run.Run(TimeSpan.FromMinutes(13.9));
        Assert.Equal(3, run.Faults.Posted.Count);

        Assert.True(run.RunUntil(() => run.Shown == 3, TimeSpan.FromMinutes(1)));
        Assert.Equal(0, run.Pipeline.Ledger.Dropped);
    }

    [Fact]
    public async Task ABudgetThatAFormerRunHasSpentPausesEverythingUntilItsMinutesAreOver()
    {
        var folder = Directory.CreateTempSubdirectory("twa-budget").FullName;
        var minute = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds() / 60;
        await File.WriteAllTextAsync(
            Path.Combine(folder, "webhook-alerts-refused.txt"),
            $"TypedWebhookAlerts: refused requests by minute, 1\n{minute - 4} 400\n{minute} 600\n",
            TestContext.Current.CancellationToken);
        await using var run = new VirtualRun((options, _) => options.DataFolder = folder);

        run.Pipeline.DatabaseDown("db-1");
        run.Run(TimeSpan.FromMinutes(5.9));
        Assert.Empty(run.Discord.Requests);

        Assert.True(run.RunUntil(() => run.Shown == 1, TimeSpan.FromMinutes(0.2)));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task WhatIsRefusedIsInTheFolderWhenThePipelineHasEnded()
    {
        var folder = Directory.CreateTempSubdirectory("twa-budget").FullName;
        await using (var run = new VirtualRun((options, _) => options.DataFolder = folder))
        {
            run.Faults.ThenAnswer(HttpStatusCode.TooManyRequests, "{}", ("Retry-After", "1"));
            run.Pipeline.Numbered(1);
            Assert.True(run.RunUntil(() => run.Shown == 1, TimeSpan.FromMinutes(1)));
        }

        var text = await File.ReadAllTextAsync(
            Path.Combine(folder, "webhook-alerts-refused.txt"), TestContext.Current.CancellationToken);
        Assert.EndsWith(" 1\n", text, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }
}
