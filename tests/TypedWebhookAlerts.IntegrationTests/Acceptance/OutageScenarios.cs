using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.IntegrationTests.Acceptance.Language;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Acceptance;

/// <summary>Discord, or a webhook, is away for a while.</summary>
public sealed class OutageScenarios
{
    [Fact]
    public async Task ADayWithAnOutageOfAnHourEndsWithEachAlertInTheChannelOrInTheFile()
    {
        var scenario = new Scenario { RoundTrip = 40.Milliseconds(), HasFile = true, ToldRoutes = ["error"] };
        scenario.Every(5.Seconds(), from: 0.Seconds(), until: 24.Hours()).Raise();
        scenario.At(8.Hours()).Fail(Fault.Unavailable);
        scenario.At(9.Hours()).Heal();

        // The breaker leaves it alone: a try or two a minute, not one an alert.
        scenario.Expect(between: 8.Hours() + 2.Minutes(), and: 9.Hours()).Posts(10, 130).Alerts(0);

        // Those of the last ten minutes have waited for it; the others are in the file, and the channel knows.
        var end = 9.Hours();
        scenario.Expect(between: end + 10.Minutes(), and: 24.Hours()).Alerts((24 - 9) * 720 - 120);

        var course = await scenario.RunAsync(24.Hours());

        var inFile = course.Ledger.DroppedFor(DropReason.Fallback);
        Assert.InRange(inFile, 50 * 12, 52 * 12);
        Assert.Equal(inFile, course.File.Count);
        Assert.Equal(course.Ledger.Accepted, course.Ledger.Delivered + inFile);
    }

    [Fact]
    public async Task AnOutageOfAMinuteLosesNothing()
    {
        var scenario = new Scenario { RoundTrip = 40.Milliseconds(), HasFile = true, ToldRoutes = ["error"] };
        scenario.Every(2.Seconds(), from: 0.Seconds(), until: 5.Minutes()).Raise();
        scenario.At(60.Seconds()).Fail(Fault.Reset);
        scenario.At(120.Seconds()).Heal();
        scenario.Expect(between: 60.Seconds(), and: 120.Seconds()).Alerts(0);
        scenario.Expect(between: 120.Seconds(), and: 6.Minutes()).Alerts(120);
        await scenario.RunAsync(6.Minutes());
    }

    [Fact]
    public async Task ADeadWebhookSendsItsAlertsToTheRouteThatItNamesAndTheOthersGoOn()
    {
        var scenario = new Scenario
        {
            RoundTrip = 40.Milliseconds(),
            Routes = ["error", "info", "spare"],
            HasFile = true,
            Options = options => options.Routes["error"].Fallback = "spare",
        };
        scenario.Every(10.Seconds(), from: 0.Seconds(), until: 10.Minutes()).Raise().Raise(1, LogLevel.Information);
        scenario.At(5.Minutes()).Fail("error", Fault.WebhookDeleted);
        scenario.Expect(between: 0.Seconds(), and: 4.99.Minutes())
            .AlertsOn("error", 30)
            .AlertsOn("info", 30)
            .AlertsOn("spare", 0);
        scenario.Expect(between: 5.Minutes(), and: 11.Minutes())
            .AlertsOn("error", 0)
            .AlertsOn("info", 30)
            .AlertsOn("spare", 30);

        var course = await scenario.RunAsync(11.Minutes());

        Assert.Empty(course.File);
    }

    [Fact]
    public async Task ADeadWebhookWithoutAnotherRouteWritesTheFileAndTellsWhenItIsBack()
    {
        var scenario = new Scenario
        {
            RoundTrip = 40.Milliseconds(),
            Routes = ["error", "info"],
            HasFile = true,
            ToldRoutes = ["error"],
        };
        scenario.Every(10.Seconds(), from: 0.Seconds(), until: 30.Minutes()).Raise();
        scenario.At(5.Minutes()).Fail("error", Fault.TokenRevoked);
        scenario.At(20.Minutes()).Heal();
        scenario.Expect(between: 5.Minutes(), and: 20.Minutes()).AlertsOn("error", 0).Posts(1, 2);

        var course = await scenario.RunAsync(1.Hours());

        Assert.InRange(course.File.Count, 15 * 6, 25 * 6);
        Assert.Equal(course.Ledger.Accepted, course.Ledger.Delivered + course.File.Count);
    }

    [Fact]
    public async Task ABrokenWebhookSendsItsAlertsToTheRouteThatItNamesUntilItAnswersAgain()
    {
        var scenario = new Scenario
        {
            RoundTrip = 40.Milliseconds(),
            Routes = ["error", "spare"],
            HasFile = true,
            Options = options => options.Routes["error"].Fallback = "spare",
        };
        scenario.Every(10.Seconds(), from: 0.Seconds(), until: 30.Minutes()).Raise();
        scenario.At(5.Minutes()).Fail("error", Fault.Unavailable);
        scenario.At(15.Minutes()).Heal();
        scenario.Expect(between: 5.1.Minutes(), and: 15.Minutes()).AlertsOn("error", 0);
        scenario.Expect(between: 17.Minutes(), and: 30.Minutes()).AlertsOn("spare", 0);

        var course = await scenario.RunAsync(31.Minutes());

        Assert.Equal(180, course.Ledger.Delivered);
    }
}
