using TypedWebhookAlerts.IntegrationTests.Scenarios;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Hosting;

/// <summary>The helper itself: a host in virtual time whose alerts arrive.</summary>
public sealed class HostRunTests
{
    [Fact]
    public async Task AnAlertOfARealHostArrivesInVirtualTime()
    {
        await using var run = new HostRun();
        await run.StartAsync(TestContext.Current.CancellationToken);

        run.Pipeline.Numbered(1);

        Assert.True(run.Flush());
        Assert.Single(run.Embeds);
        Assert.Equal(1, run.Pipeline.Ledger.Delivered);
    }

    [Fact]
    public async Task WhatIsRaisedLastArrivesWhenTheHostStops()
    {
        await using var run = new HostRun();
        await run.StartAsync(TestContext.Current.CancellationToken);

        run.Pipeline.Numbered(1);
        await run.StopAsync(TestContext.Current.CancellationToken);

        Assert.Single(run.Embeds);
    }
}
