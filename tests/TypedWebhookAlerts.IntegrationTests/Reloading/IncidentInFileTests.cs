using System.Net;
using TypedWebhookAlerts.IntegrationTests.Lifecycle;
using TypedWebhookAlerts.IntegrationTests.Scenarios;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Reloading;

/// <summary>The fallback file is a place that a reload may name, and an incident that went there is told to its end
/// there.</summary>
public sealed class IncidentInFileTests
{
    [Fact]
    public async Task WhatIsToldOfAnIncidentThatIsInTheFileIsThereTooWhateverCountsIt()
    {
        var file = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".jsonl");
        try
        {
            await using var run = new VirtualRun();
            run.Faults.Break(run.Error, HttpStatusCode.NotFound, """{"code":10015}""");
            run.Reload(options => options.Fallback.Path = file);
            var incident = run.Pipeline.Begin(FollowedAlerts.JobFailed, "job");
            run.Run(TimeSpan.FromMinutes(1));
            incident.Update("goes on");
            run.Run(TimeSpan.FromMinutes(1));
            incident.Resolve("back");
            run.Run(TimeSpan.FromMinutes(1));

            var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
            Assert.Equal(3, lines.Length);
            Assert.DoesNotContain("goes on", lines[0], StringComparison.Ordinal);
            Assert.Contains("goes on", lines[1], StringComparison.Ordinal);
            Assert.Contains("goes on", lines[2], StringComparison.Ordinal);
            Assert.Contains("back", lines[2], StringComparison.Ordinal);
            Assert.Equal(3, run.Pipeline.Ledger.DroppedBy[DropReason.Fallback]);
            run.Pipeline.AssertSettled();
        }
        finally
        {
            File.Delete(file);
        }
    }
}
