using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using TypedWebhookAlerts.IntegrationTests.Lifecycle;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Scenarios;

/// <summary>Where no route is on that an alert could take, the fallback file has it.</summary>
public sealed class NoRouteTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("no-route").FullName;
    private readonly FakeLogCollector _log = new();

    private string File => Path.Combine(_folder, "alerts.jsonl");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task WithoutAnyAddressAlertsAreInTheFileAndOneLineOfTheLogNamesIt()
    {
        await using var run = new VirtualRun((options, _) => WithoutRoutes(options, File));
        run.Pipeline.Numbered(1);
        run.Pipeline.DatabaseDown("db-1");
        var followed = run.Pipeline.Raise(FollowedAlerts.JobFailed, "a");
        run.Settle();

        Assert.Equal(
            [("Number 1", "error", "NoRoute"), ("Database db-1 does not answer", "error", "NoRoute")],
            Lines().Take(2).Select(line => (Description(line), Text(line, "route"), Text(line, "reason"))));
        Assert.Equal("dropped (Fallback)", (await followed.Delivered).ToString());
        Assert.Equal(3, run.Pipeline.Ledger.DroppedBy[DropReason.Fallback]);
        Assert.Equal(1, run.Pipeline.Ledger.DroppedByLevel[LogLevel.Critical][DropReason.Fallback]);
        Assert.Contains("alerts.jsonl", Assert.Single(Warnings()), StringComparison.Ordinal);
        run.Pipeline.AssertSettled();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task WithoutAFileTheyAreDroppedAndNoFileIsMade(string? path)
    {
        var before = Directory.GetFiles(Environment.CurrentDirectory);
        await using var run = new VirtualRun((options, _) => WithoutRoutes(options, path));
        run.Pipeline.Numbered(1);
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));

        Assert.Equal(1, run.Pipeline.Ledger.DroppedBy[DropReason.NoRoute]);
        Assert.DoesNotContain("written to the file", Assert.Single(Warnings()), StringComparison.Ordinal);
        Assert.Equal(before, Directory.GetFiles(Environment.CurrentDirectory));
    }

    [Fact]
    public async Task TheAlertsOfARouteThatIsOffAreInTheFileWhileOthersAreDelivered()
    {
        await using var run = new VirtualRun((options, _) => options.Fallback.Path = File);
        run.Pipeline.Joined("ann");
        run.Pipeline.Numbered(1);
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));

        Assert.Equal("ann joined", Assert.Single(Lines().Select(Description)));
        Assert.Equal(1, run.Shown);
        run.Pipeline.AssertSettled();
    }

    [Fact]
    public async Task AStormOfThemIsWrittenOrCountedAsDroppedAndTheDisposalWaitsForIt()
    {
        AlertPipeline pipeline;
        await using (var run = new VirtualRun((options, _) => WithoutRoutes(options, File)))
        {
            pipeline = run.Pipeline;
            for (var i = 0; i < 5_000; i++)
            {
                pipeline.Numbered(i);
            }
        }

        Assert.Equal(pipeline.Ledger.DroppedBy[DropReason.Fallback], Lines().Count);
        Assert.Equal(pipeline.Ledger.Accepted, pipeline.Ledger.Dropped);
        pipeline.AssertSettled();
    }

    [Fact]
    public async Task WhatIsWrittenAtACrashIsInTheFileOnce()
    {
        await using var run = new VirtualRun((options, _) => WithoutRoutes(options, File));
        for (var i = 0; i < 500; i++)
        {
            run.Pipeline.Numbered(i);
        }

        run.Pipeline.Crash();

        Assert.Equal(Enumerable.Range(0, 500).Select(i => $"Number {i}"), Lines().Select(Description));
    }

    [Fact]
    public async Task TheFileHasAnIncidentButNotWhatIsToldOfIt()
    {
        await using var run = new VirtualRun((options, _) => WithoutRoutes(options, File));
        var incident = run.Pipeline.Begin(FollowedAlerts.DatabaseDown, "db-1");
        run.Settle();
        incident.Resolve("back");
        run.Settle();

        Assert.Single(Lines());
        Assert.Equal(
            (1, 1),
            (run.Pipeline.Ledger.DroppedBy[DropReason.Fallback], run.Pipeline.Ledger.DroppedBy[DropReason.NoRoute]));
        run.Pipeline.AssertSettled();
    }

    private IEnumerable<string> Warnings()
        => _log
            .GetSnapshot()
            .Select(entry => entry.Message)
            .Where(text => text.StartsWith("No route", StringComparison.Ordinal));

    private void WithoutRoutes(WebhookAlertOptions options, string? path)
    {
        options.Routes.Clear();
        options.Fallback.Path = path;
        options.LoggerFactory = LoggerFactory.Create(builder => builder.AddProvider(new FakeLoggerProvider(_log)));
    }

    private static string Description(JsonElement line)
        => line.GetProperty("embed").GetProperty("description").GetString()!;

    private static string Text(JsonElement line, string name) => line.GetProperty(name).GetString()!;

    private List<JsonElement> Lines()
        => [.. System.IO.File.ReadLines(File).Select(line => JsonDocument.Parse(line).RootElement)];
}
