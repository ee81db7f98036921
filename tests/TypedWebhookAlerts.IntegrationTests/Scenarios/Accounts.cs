using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Scenarios;

/// <summary>What every scenario ends with: nothing is pending, and every account adds up.</summary>
internal static class Accounts
{
    public static void AssertSettled(this AlertPipeline pipeline)
    {
        var ledger = pipeline.Ledger;
        Assert.Equal(0, ledger.Pending);
        ledger.AssertAddsUp();
    }

    public static void AssertAddsUp(this AlertLedger ledger)
    {
        Assert.Equal(ledger.Accepted, ledger.Delivered + ledger.Coalesced + ledger.Dropped + ledger.Pending);
        foreach (var reason in Enum.GetValues<DropReason>())
        {
            Assert.Equal(ledger.DroppedBy[reason], ledger.DroppedByLevel.Values.Sum(level => level[reason]));
        }

        foreach (var (name, route) in ledger.Routes)
        {
            Assert.True(
                route.Accepted == route.Delivered + route.Coalesced + route.Dropped + route.Pending
                    && route.Pending >= 0,
                name);
            Assert.Equal(route.Dropped, route.DroppedByLevel.Values.Sum(level => level.Values.Sum()));
        }
    }
}
