using TypedWebhookAlerts.IntegrationTests.Acceptance.Language;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Acceptance;

/// <summary>Incidents: one message each, whatever happens meanwhile.</summary>
public sealed class IncidentScenarios
{
    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    public async Task AnIncidentIsOneMessageThatGrowsAndEnds(int roundTrip)
    {
        var scenario = new Scenario { RoundTrip = roundTrip.Milliseconds() };
        scenario.At(0.Seconds()).Open("db");
        scenario.At(1.Minutes()).Update("db", "failing over");
        scenario.At(2.Minutes()).Update("db", "replaying the log");
        scenario.At(3.Minutes()).Resolve("db", "back");
        scenario.Expect(between: 0.Seconds(), and: 1.Seconds()).Alerts(1).Repeats("Incident db", 0);
        scenario.Expect(between: 3.Minutes(), and: 3.5.Minutes()).Repeats("Incident db", 3);
        scenario.Expect(between: 0.Seconds(), and: 1.Hours()).Posts(1).Edits(3, 3);
        await scenario.RunAsync(1.Hours());
    }

    [Fact]
    public async Task AnIncidentThroughAnOutageShowsInTheEndAllThatHappened()
    {
        var scenario = new Scenario { RoundTrip = 40.Milliseconds(), HasFile = true, ToldRoutes = ["error"] };
        scenario.At(0.Seconds()).Open("db");
        scenario.At(10.Seconds()).Fail(Fault.Unavailable);
        scenario.Every(30.Seconds(), from: 30.Seconds(), until: 8.Minutes()).Update("db", "still trying");
        scenario.Every(20.Seconds(), from: 30.Seconds(), until: 8.Minutes()).Raise();
        scenario.At(8.Minutes()).Resolve("db", "back").Heal();
        scenario.Expect(between: 8.Minutes(), and: 30.Minutes()).Repeats("Incident db", 16);

        var course = await scenario.RunAsync(30.Minutes());

        Assert.Equal(0, course.Ledger.Dropped);
    }

    [Fact]
    public async Task AnIncidentOfLongAgoHasAsMuchPatienceAsAnyAlert()
    {
        var scenario = new Scenario { RoundTrip = 40.Milliseconds(), HasFile = true, ToldRoutes = ["error"] };
        scenario.At(0.Seconds()).Open("db");
        scenario.At(60.Minutes()).Fail(Fault.Unavailable).Raise().Update("db", "still trying");
        scenario.Every(20.Seconds(), from: 61.Minutes(), until: 67.Minutes()).Raise();
        scenario.At(66.Minutes()).Resolve("db", "back");
        scenario.At(67.Minutes()).Heal();
        scenario.Expect(between: 67.Minutes(), and: 70.Minutes()).Repeats("Incident db", 2);

        var course = await scenario.RunAsync(80.Minutes());

        Assert.Equal(0, course.Ledger.Dropped);
    }

    [Fact]
    public async Task AnIncidentThatBeginsAndEndsInAnOutageIsToldAfterIt()
    {
        var scenario = new Scenario { RoundTrip = 40.Milliseconds(), HasFile = true, ToldRoutes = ["error"] };
        scenario.At(0.Seconds()).Fail(Fault.Reset);
        scenario.At(10.Seconds()).Open("db");
        scenario.At(1.Minutes()).Update("db", "still trying");
        scenario.At(2.Minutes()).Resolve("db");
        scenario.At(3.Minutes()).Heal();
        scenario.Expect(between: 3.Minutes(), and: 6.Minutes()).Alerts(1).Repeats("Incident db", 2);
        await scenario.RunAsync(10.Minutes());
    }

    [Fact]
    public async Task AnIncidentWhoseMessageIsDeletedGoesOnInAnother()
    {
        var scenario = new Scenario { RoundTrip = 40.Milliseconds(), ToldRoutes = ["error"] };
        scenario.At(0.Seconds()).Open("db");
        scenario.At(1.Minutes()).DeleteMessages().Update("db", "failing over");
        scenario.At(2.Minutes()).Resolve("db", "back");
        scenario.Expect(between: 2.Minutes(), and: 3.Minutes()).Repeats("Incident db", 2);

        var course = await scenario.RunAsync(10.Minutes());

        Assert.Equal(0, course.Ledger.Dropped);
    }

    [Fact]
    public async Task IncidentsAreNotHeldUpByABurst()
    {
        var scenario = new Scenario { RoundTrip = 40.Milliseconds() };
        scenario.At(0.Seconds()).Open("db").Raise(200);
        scenario.At(30.Seconds()).Resolve("db", "back");
        scenario.Expect(between: 0.Seconds(), and: 9.Seconds()).Alerts(201);
        scenario.Expect(between: 30.Seconds(), and: 95.Seconds()).Repeats("Incident db", 1);
        await scenario.RunAsync(10.Minutes());
    }
}
