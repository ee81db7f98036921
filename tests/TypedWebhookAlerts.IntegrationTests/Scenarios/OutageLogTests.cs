using System.Net;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Scenarios;

/// <summary>A webhook that fails does not fill the log.</summary>
public sealed class OutageLogTests
{
    private readonly FakeLogCollector _log = new();

    [Fact]
    public async Task AnOutageIsToldOnceAndItsEndWithTheNumberOfMessages()
    {
        await using var run = Run();
        run.Settle();
        run.Faults.Break(run.Error, HttpStatusCode.BadGateway);
        for (var i = 0; i < 20; i++)
        {
            run.Pipeline.NeverFolded(i);
            run.Run(TimeSpan.FromSeconds(30));
        }

        var failed = Entries().Where(entry => entry.Id == 3).ToList();
        Assert.Contains("fails (status 502)", Assert.Single(failed).Message, StringComparison.Ordinal);
        run.Faults.Heal();
        run.Run(TimeSpan.FromMinutes(5));

        var over = Assert.Single(Entries(), entry => entry.Id == 101);
        Assert.Equal(LogLevel.Information, over.Level);
        var count = int.Parse(
            over.Message.Split(' ')[^1].TrimEnd('.'), System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(count, 2, 20);

        run.Faults.Break(run.Error, HttpStatusCode.BadGateway);
        run.Pipeline.NeverFolded(21);
        run.Run(TimeSpan.FromMinutes(1));
        Assert.Equal(2, Entries().Count(entry => entry.Id == 3));
    }

    [Fact]
    public async Task ThatMessagesMayHaveArrivedIsToldOnceAnOutageToo()
    {
        await using var run = Run();
        run.Settle();
        run.Faults.ThenHang().ThenHang().ThenHang();
        for (var i = 0; i < 4; i++)
        {
            run.Pipeline.NeverFolded(i);
            run.Run(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(3, run.Pipeline.Ledger.DroppedBy[DropReason.Unconfirmed]);
        Assert.Single(Entries(), entry => entry.Id == 4);
        Assert.EndsWith(
            "Messages that failed meanwhile: 3.",
            Assert.Single(Entries(), entry => entry.Id == 101).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An2xxWithoutTheMessageCountsAndIsToldOnce()
    {
        await using var run = Run();
        run.Settle();
        run.Faults.ThenAnswer(HttpStatusCode.NoContent, "").ThenAnswer(HttpStatusCode.NoContent, "");
        run.Pipeline.NeverFolded(1);
        run.Run(TimeSpan.FromMinutes(1));
        run.Pipeline.NeverFolded(2);
        run.Run(TimeSpan.FromMinutes(1));

        Assert.Equal(2, run.Pipeline.Ledger.Delivered);
        Assert.Contains(
            "answered 204 without the message",
            Assert.Single(Entries(), entry => entry.Id == 102).Message,
            StringComparison.Ordinal);
        run.Pipeline.AssertSettled();
    }

    private IReadOnlyList<(int Id, LogLevel Level, string Message)> Entries()
        => [.. _log.GetSnapshot().Select(entry => (entry.Id.Id, entry.Level, entry.Message))];

    private VirtualRun Run()
        => new((options, _) => options.LoggerFactory = LoggerFactory.Create(
            builder => builder.AddProvider(new FakeLoggerProvider(_log))));
}
