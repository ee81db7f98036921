using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Scenarios;

/// <summary>What a route cannot show goes to another route, else into the file, else into the application's
/// log.</summary>
public sealed class FallbackChainTests : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(12);

    private readonly string _folder = Directory.CreateTempSubdirectory("fallback").FullName;

    private string File => Path.Combine(_folder, "alerts.jsonl");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task AnAlertThatHasWaitedForTenMinutesIsInTheFile()
    {
        await using var run = new VirtualRun((options, _) => options.Fallback.Path = File);
        run.Faults.Break(run.Error, HttpStatusCode.ServiceUnavailable);
        run.Pipeline.Numbered(1);
        run.Pipeline.WorkerStopped("w1");
        run.Pipeline.WorkerStopped("w1");
        run.Run(TimeSpan.FromMinutes(9.9));
        Assert.Equal(3, run.Pipeline.Ledger.Pending);
        run.Run(TimeSpan.FromMinutes(0.2));

        Assert.Equal(3, run.Pipeline.Ledger.DroppedBy[DropReason.Fallback]);
        Assert.Equal(
            [("ScenarioAlerts.Numbered", 1), ("ScenarioAlerts.WorkerStopped", 2)],
            Lines().Select(line => (Name(line), line.GetProperty("count").GetInt32())));
        Assert.All(
            Lines(), line => Assert.Equal(nameof(DropReason.Undeliverable), line.GetProperty("reason").GetString()));
        run.Pipeline.AssertSettled();
    }

    [Fact]
    public async Task WithoutAFileItIsDroppedForItsOwnReasonAndTheLogHasIt()
    {
        var log = new FakeLogCollector();
        await using var run = new VirtualRun((options, _) => options.LoggerFactory =
            LoggerFactory.Create(builder => builder.AddProvider(new FakeLoggerProvider(log))));
        run.Faults.Break(run.Error, HttpStatusCode.ServiceUnavailable);
        for (var i = 0; i < 30; i++)
        {
            run.Pipeline.Numbered(i);
        }

        run.Run(s_patience);

        Assert.Equal(30, run.Pipeline.Ledger.DroppedBy[DropReason.Undeliverable]);
        var lines = log
            .GetSnapshot()
            .Where(entry => entry.Level == LogLevel.Error)
            .Select(entry => entry.Message)
            .ToList();
        Assert.Equal(21, lines.Count);
        Assert.Contains("\"description\":\"Number 0\"", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("10 more alerts", lines[20], StringComparison.Ordinal);
        run.Pipeline.AssertSettled();
    }

    [Fact]
    public async Task TheNextRouteOfTheChainIsAskedWhenTheFirstFailsAsWell()
    {
        SimulatedWebhook? last = null;
        await using var run = new VirtualRun((options, discord) =>
        {
            last = discord.AddWebhook("performance");
            options.Route("performance", last.Url);
            options.Route("info", discord.AddWebhook("info").Url);
            options.Routes["error"].Fallback = "off";
            options.Routes["off"] = new RouteOptions { Fallback = "INFO" };
            options.Routes["info"].Fallback = "performance";
        });
        run.Settle();
        run.Faults.Outage = (request, _) => request.RequestUri!.AbsolutePath.Contains(
            $"/{last!.Id}/", StringComparison.Ordinal)
            ? null
            : new HttpResponseMessage(HttpStatusCode.BadGateway);
        run.Pipeline.Numbered(1);
        Assert.True(run.RunUntil(() => run.Shown == 1, TimeSpan.FromMinutes(5)));

        var ledger = run.Pipeline.Ledger;
        Assert.Equal((1, 0, 1), Of(ledger.Routes["error"]));
        Assert.Equal((1, 0, 1), Of(ledger.Routes["info"]));
        Assert.Equal((1, 1, 0), Of(ledger.Routes["performance"]));
        Assert.Equal((1, 0), (ledger.Delivered, ledger.Dropped));
        run.Pipeline.AssertSettled();

        static (long, long, long) Of(RouteLedger route)
            => (route.Accepted, route.Delivered, route.DroppedBy[DropReason.Undeliverable]);
    }

    [Fact]
    public async Task ARouteThatIsKnownToFailIsPassedOver()
    {
        await using var run = new VirtualRun((options, discord) =>
        {
            options.Route("performance", discord.AddWebhook("performance").Url);
            options.Route("info", "https://discord.com/api/webhooks/1/gone");
            options.Routes["error"].Fallback = "info";
            options.Routes["info"].Fallback = "performance";
        });
        run.Settle();
        run.Faults.Break(run.Error, HttpStatusCode.BadGateway);
        run.Pipeline.Numbered(1);
        Assert.True(run.RunUntil(() => run.Shown == 1, TimeSpan.FromMinutes(5)));

        Assert.Equal(0, run.Pipeline.Ledger.Routes["info"].Accepted);
        Assert.Equal(1, run.Pipeline.Ledger.Routes["performance"].Delivered);
    }

    [Fact]
    public async Task TheSameWebhookUnderAnotherNameIsNoFallback()
    {
        await using var run = new VirtualRun((options, _) =>
        {
            options.Route("info", options.Routes["error"].Url!);
            options.Routes["error"].Fallback = "info";
            options.Fallback.Path = File;
        });
        run.Settle();
        run.Faults.Break(run.Error, HttpStatusCode.NotFound, """{"code":10015}""");
        run.Pipeline.Numbered(1);
        run.Run(TimeSpan.FromSeconds(1));

        Assert.Equal(1, run.Pipeline.Ledger.DroppedBy[DropReason.Fallback]);
        Assert.Equal(0, run.Pipeline.Ledger.Routes["info"].Accepted);
        run.Pipeline.AssertSettled();
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.BadGateway)]
    public async Task AnAlertForBothIsNotShownTwiceWhereTheOtherOneHasIt(HttpStatusCode status)
    {
        await using var run = new VirtualRun((options, discord) =>
        {
            options.Route("info", discord.AddWebhook("info").Url);
            options.Routes["error"].Fallback = "info";
            options.Fallback.Path = File;
        });
        run.Settle();
        run.Faults.Break(run.Error, status, """{"code":10015}""");
        run.Pipeline.DatabaseDown("db-1");
        run.Run(s_patience);

        Assert.Equal(1, run.Shown);
        Assert.Equal("Database db-1 does not answer", run.Discord.Messages[0].Embeds[0].Description);
        Assert.Equal((1, 0), (run.Pipeline.Ledger.Delivered, run.Pipeline.Ledger.Dropped));
        Assert.Equal(1, run.Pipeline.Ledger.Routes["error"].DroppedBy[DropReason.Fallback]);
        Assert.Equal(1, run.Pipeline.Ledger.Routes["info"].Accepted);
        run.Pipeline.AssertSettled();
    }

    [Fact]
    public async Task WhatDiscordRefusesIsInTheFileAndNoOtherRouteIsTried()
    {
        await using var run = new VirtualRun((options, discord) =>
        {
            options.Route("info", discord.AddWebhook("info").Url);
            options.Routes["error"].Fallback = "info";
            options.Fallback.Path = File;
        });
        run.Faults.ThenAnswer(HttpStatusCode.BadRequest, """{"code":50035}""");
        run.Pipeline.Numbered(1);
        run.Run(TimeSpan.FromMinutes(1));

        Assert.Equal(0, run.Shown);
        Assert.Equal(nameof(DropReason.Rejected), Assert.Single(Lines()).GetProperty("reason").GetString());
        Assert.Equal(1, run.Pipeline.Ledger.DroppedBy[DropReason.Fallback]);
        run.Pipeline.AssertSettled();
    }

    [Fact]
    public async Task WhatNobodyKnowsOfIsGivenToNobodyElse()
    {
        await using var run = new VirtualRun((options, discord) =>
        {
            options.Route("info", discord.AddWebhook("info").Url);
            options.Routes["error"].Fallback = "info";
            options.Fallback.Path = File;
        });
        run.Faults.ThenHang();
        run.Pipeline.Numbered(1);
        run.Run(TimeSpan.FromMinutes(20));

        Assert.Equal(0, run.Shown);
        Assert.Empty(Lines());
        Assert.Equal(1, run.Pipeline.Ledger.DroppedBy[DropReason.Unconfirmed]);
        run.Pipeline.AssertSettled();
    }

    [Fact]
    public async Task OfAMessageThatIsNotAnsweredOnlyTheCriticalIsRepeatedAndSaysSo()
    {
        await using var run = new VirtualRun(
            prepare: faults => faults.On(HttpMethod.Get).ThenHang().On(HttpMethod.Post).ThenHang());
        run.Pipeline.Numbered(1);
        run.Run(TimeSpan.FromSeconds(1));
        run.Pipeline.DatabaseDown("db-1");
        run.Run(TimeSpan.FromSeconds(30));

        Assert.Contains("Number 1", run.Faults.Posted[0], StringComparison.Ordinal);
        var message = run.Discord.Messages[0];
        Assert.Contains("possibly repeated", message.Content, StringComparison.Ordinal);
        Assert.Equal("Database db-1 does not answer", Assert.Single(message.Embeds).Description);
        Assert.Equal((1, 1), (run.Pipeline.Ledger.Delivered, run.Pipeline.Ledger.DroppedBy[DropReason.Unconfirmed]));
    }

    [Fact]
    public async Task WhatIsLeftAtTheEndIsInTheFile()
    {
        AlertPipeline pipeline;
        await using (var run = new VirtualRun((options, _) => options.Fallback.Path = File))
        {
            pipeline = run.Pipeline;
            run.Faults.Break(run.Error, HttpStatusCode.ServiceUnavailable);
            run.Pipeline.Numbered(1);
            run.Run(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(nameof(DropReason.Closed), Assert.Single(Lines()).GetProperty("reason").GetString());
        Assert.Equal(1, pipeline.Ledger.DroppedBy[DropReason.Fallback]);
        pipeline.AssertSettled();
    }

    [Fact]
    public async Task AFlushWaitsForWhatMovesWhileItLasts()
    {
        await using var run = new VirtualRun(
            (options, discord) =>
            {
                options.Route("info", discord.AddWebhook("info").Url);
                options.Routes["error"].Fallback = "info";
            },
            roundTrip: TimeSpan.FromMilliseconds(200));
        run.Run(TimeSpan.FromSeconds(1));
        run.Faults.Break(run.Error, HttpStatusCode.NotFound, """{"code":10015}""");
        run.Pipeline.Numbered(1);

        Assert.True(run.Flush(TimeSpan.FromSeconds(2)));
        Assert.Equal(1, run.Shown);
    }

    private static string Name(JsonElement line)
        => string.Join('.', line.GetProperty("alert").GetString()!.Split('.')[^2..]);

    private List<JsonElement> Lines()
        => System.IO.File.Exists(File)
            ? [.. System.IO.File.ReadLines(File).Select(line => JsonDocument.Parse(line).RootElement)]
            : [];
}
