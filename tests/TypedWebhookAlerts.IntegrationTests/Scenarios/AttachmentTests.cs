using System.Net;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Scenarios;

/// <summary>Whole stack traces beside the alerts that show them cut.</summary>
public sealed class AttachmentTests
{
    private static readonly TimeSpan s_minute = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TheWholeTraceIsAFileThatIsThereOnceAndThroughEdits(bool useEmbeds)
    {
        await using var run = Run(options => options.UseEmbeds = useEmbeds);
        run.Pipeline.Numbered(1);
        run.Pipeline.CommandFailed("/top", "failed", 5, new LongTraced("boom", 200));
        run.Run(s_minute);
        run.Pipeline.CommandFailed("/top", "failed", 5, new LongTraced("boom", 200));
        Assert.True(run.Flush(s_minute));

        // As content the trace fills a message of its own.
        var message = Assert.Single(run.Error.Messages, message => message.Edits == 1);
        var file = Assert.Single(message.Files);
        Assert.Equal(useEmbeds ? "trace-2.txt" : "trace-1.txt", file.Name);
        Assert.Single(run.Error.Messages.SelectMany(other => other.Files));
        Assert.StartsWith(
            "TypedWebhookAlerts.IntegrationTests.Scenarios.AttachmentTests.LongTraced: boom\n   at Frame0()\n",
            file.Text,
            StringComparison.Ordinal);
        Assert.EndsWith("   at Frame199()\n", file.Text, StringComparison.Ordinal);
        Assert.Contains("lines …", message.Json, StringComparison.Ordinal);
        Assert.Equal(
            "raised=3 refused=0 accepted=3 delivered=2 coalesced=1 dropped=0 spooled=0 pending=0",
            run.Pipeline.Ledger.ToString());
    }

    [Fact]
    public async Task WithoutTheOptionThereIsNoFile()
    {
        await using var run = Run(options => options.AttachLongTraces = false);
        run.Pipeline.CommandFailed("/top", "failed", 5, new LongTraced("boom", 200));
        Assert.True(run.Flush(s_minute));

        Assert.Empty(Assert.Single(run.Error.Messages).Files);
    }

    [Theory]
    [InlineData(HttpStatusCode.RequestEntityTooLarge, "<html>nginx</html>")]
    [InlineData(HttpStatusCode.BadRequest, """{"message": "Request entity too large", "code": 40005}""")]
    public async Task WhenTheFilesAreTooLargeTheMessageGoesAgainWithoutThem(HttpStatusCode status, string body)
    {
        var log = new FakeLogCollector();
        await using var run = Run(options => options.LoggerFactory = LoggerFactory.Create(
            builder => builder.AddProvider(new FakeLoggerProvider(log))));
        run.Faults.ThenAnswer(status, body);
        run.Pipeline.CommandFailed("/top", "failed", 5, new LongTraced("boom", 200));
        run.Pipeline.Numbered(1);
        Assert.True(run.Flush(s_minute));

        var message = Assert.Single(run.Error.Messages);
        Assert.Equal((2, 0), (message.Embeds.Count, message.Files.Count));
        Assert.Equal(2, run.Faults.Posted.Count);
        Assert.Equal(2, run.Pipeline.Ledger.Delivered);
        Assert.Single(log.GetSnapshot(), entry => entry.Id == 58);
    }

    [Fact]
    public async Task FilesCountTowardsTheBytesThatMayWait()
    {
        await using var run = Run(options => options.MaxQueuedBytes = 64 * 1024);
        for (var i = 0; i < 4; i++)
        {
            run.Pipeline.CommandFailed("/top", $"failed {i}", 5, new LongTraced("boom", 1500));
        }

        run.Settle();
        Assert.True(run.Flush(s_minute));

        // Each has some 25 KB: of four waiting together, the two oldest go.
        Assert.Equal((2, 2), (run.Pipeline.Ledger.Delivered, run.Pipeline.Ledger.Dropped));
    }

    private static VirtualRun Run(Action<WebhookAlertOptions> configure)
        => new((options, _) =>
        {
            options.AttachLongTraces = true;
            configure(options);
        });

    private sealed class LongTraced(string message, int frames) : Exception(message)
    {
        public override string StackTrace { get; } =
            string.Concat(Enumerable.Range(0, frames).Select(i => $"   at Frame{i}()\n"));
    }
}
