using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.IntegrationTests.Acceptance.Language;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Acceptance;

/// <summary>Alerts that are all raised at once.</summary>
public sealed class BurstScenarios
{
    [Fact]
    public async Task OneAlertIsThereAfterTheShortestGathering()
    {
        var scenario = new Scenario();
        scenario.At(0.Seconds()).Raise();
        scenario.Expect(between: 0.Seconds(), and: 0.11.Seconds()).Alerts(1).Posts(1);
        await scenario.RunAsync(1.Minutes());
    }

    [Fact]
    public async Task TenAlertsAreOneMessageThatWaitsForNothing()
    {
        var scenario = new Scenario();
        scenario.At(0.Seconds()).Raise(10);
        scenario.Expect(between: 0.Seconds(), and: 0.01.Seconds()).Alerts(10).Posts(1);
        await scenario.RunAsync(1.Minutes());
    }

    [Theory]
    [InlineData(0, 10.5)]
    [InlineData(40, 13.5)]
    [InlineData(300, 13.5)]
    public async Task ThreeHundredTakeThirtyRequestsOfWhichTwoWaitForTheWindow(int roundTrip, double first)
    {
        var scenario = new Scenario { RoundTrip = roundTrip.Milliseconds() };
        scenario.At(0.Seconds()).Raise(300);
        scenario.Expect(between: 0.Seconds(), and: first.Seconds()).Alerts(280).Posts(28);
        scenario.Expect(between: first.Seconds(), and: 59.Seconds()).Alerts(0).Posts(0);
        scenario.Expect(between: 59.Seconds(), and: 65.Seconds()).Alerts(20).Posts(2);
        await scenario.RunAsync(2.Minutes());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    public async Task TenThousandArriveEachOnceAtThePaceThatTheWindowAllows(int roundTrip)
    {
        // A thousand requests, of which 28 a minute are for others than Critical.
        var scenario = new Scenario { RoundTrip = roundTrip.Milliseconds() };
        scenario.At(0.Seconds()).Raise(10_000);
        scenario.Expect(between: 0.Seconds(), and: 38.Minutes()).Alerts(10_000).Posts(1000);
        await scenario.RunAsync(40.Minutes());
    }

    [Fact]
    public async Task ACriticalAfterABurstIsThereBeforeWhatStillWaits()
    {
        var scenario = new Scenario { RoundTrip = 40.Milliseconds() };
        scenario.At(0.Seconds()).Raise(300);
        scenario.At(1.Seconds()).Raise(1, LogLevel.Critical);
        scenario.At(20.Seconds()).Raise(1, LogLevel.Critical);
        scenario.Expect(between: 1.Seconds(), and: 3.5.Seconds()).Alerts(1, LogLevel.Critical);
        scenario.Expect(between: 20.Seconds(), and: 22.5.Seconds()).Alerts(1, LogLevel.Critical);
        await scenario.RunAsync(2.Minutes());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(300)]
    public async Task TwoWebhooksOfOneChannelShareItsWindow(int roundTrip)
    {
        var scenario = new Scenario
        {
            RoundTrip = roundTrip.Milliseconds(),
            Routes = ["error", "info"],
            SharesChannel = true,
        };
        scenario.At(0.Seconds()).Raise(150).Raise(150, LogLevel.Information);
        scenario.Expect(between: 0.Seconds(), and: 59.Seconds()).Alerts(280);
        scenario.Expect(between: 59.Seconds(), and: 70.Seconds()).Alerts(20);
        await scenario.RunAsync(2.Minutes());
    }
}
