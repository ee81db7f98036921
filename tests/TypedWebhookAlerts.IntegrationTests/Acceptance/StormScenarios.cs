using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.IntegrationTests.Acceptance.Language;
using TypedWebhookAlerts.IntegrationTests.Acceptance.Targets;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Acceptance;

/// <summary>Floods of equal alerts: one message whose counter moves, overtaken by what is critical.</summary>
public sealed class StormScenarios
{
    [Fact]
    public async Task AMillionEqualAlertsAreOneMessageThatIsEditedNowAndThen()
    {
        var scenario = StormTarget.Tell();
        scenario.Expect(between: 0.Seconds(), and: 15.Seconds()).Alerts(2).Alerts(1, LogLevel.Critical);
        scenario.Expect(between: 0.Seconds(), and: 5.Minutes()).Posts(2).Edits(1, 10);

        var course = await scenario.RunAsync(5.Minutes());

        // Callers that found no room were told so, and with the others they are all there were.
        Assert.Equal(StormTarget.Storm + 1, course.Ledger.Accepted + course.Refused);
        Assert.Equal(0, course.Ledger.Dropped);
    }

    [Fact]
    public async Task AStormDuringAnOutageIsCountedInItsMessageOnceItIsOver()
    {
        var scenario = new Scenario { RoundTrip = 40.Milliseconds(), HasFile = true, ToldRoutes = ["error"] };
        scenario.At(0.Seconds()).Repeat("disk");
        scenario.At(10.Seconds()).Fail(Fault.Unavailable);
        scenario.Every(1.Seconds(), from: 10.Seconds(), until: 130.Seconds()).Repeat("disk", 10);
        scenario.At(140.Seconds()).Heal();
        scenario.Expect(between: 140.Seconds(), and: 7.Minutes()).Repeats("Repeat disk", 1200);

        var course = await scenario.RunAsync(7.Minutes());

        Assert.Equal(0, course.Ledger.Dropped);
    }
}
