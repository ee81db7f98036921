using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.IntegrationTests.Acceptance.Language;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Acceptance;

/// <summary>The program ends in the middle, well or badly, and begins anew.</summary>
public sealed class RestartScenarios
{
    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(300)]
    public async Task ARestartBetweenAlertsLosesNone(int roundTrip)
    {
        var scenario = new Scenario { RoundTrip = roundTrip.Milliseconds(), HasFile = true };
        scenario.Every(2.Seconds(), from: 1.Seconds(), until: 4.Minutes()).Raise().Repeat("disk");
        scenario.At(2.Minutes()).Restart();

        var course = await scenario.RunAsync(5.Minutes());

        Assert.Equal(0, course.Ledger.Dropped);
        Assert.Empty(course.File);
    }

    [Fact]
    public async Task ARestartInABurstGivesToTheFileWhatFiveSecondsCannotSend()
    {
        var scenario = new Scenario { RoundTrip = 40.Milliseconds(), HasFile = true };
        scenario.At(0.Seconds()).Raise(300);
        scenario.At(1.Seconds()).Restart();
        scenario.At(2.Minutes()).Raise(10);
        scenario.Expect(between: 119.Seconds(), and: 2.1.Minutes()).Alerts(10);

        var course = await scenario.RunAsync(3.Minutes());

        Assert.Equal(300 + 10, course.Ledger.Delivered + course.File.Count);
        Assert.Equal(course.File.Count, course.Ledger.DroppedFor(DropReason.Fallback));
        Assert.InRange(course.File.Count, 1, 200);
    }

    [Fact]
    public async Task ARestartInAnOutageGivesToTheFileWhatWaitedForItsEnd()
    {
        var scenario = new Scenario { RoundTrip = 40.Milliseconds(), HasFile = true };
        scenario.At(0.Seconds()).Fail(Fault.Unavailable);
        scenario.Every(5.Seconds(), from: 1.Seconds(), until: 2.Minutes()).Raise();
        scenario.At(2.Minutes()).Restart();
        scenario.At(3.Minutes()).Heal().Raise();

        var course = await scenario.RunAsync(10.Minutes());

        Assert.Equal(24, course.File.Count);
        Assert.Equal(1, course.Ledger.Delivered);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(300)]
    public async Task WhatAKilledProcessHadNotSettledIsNowhereAndNothingElseIs(int roundTrip)
    {
        var scenario = new Scenario { RoundTrip = roundTrip.Milliseconds(), HasFile = true };
        scenario.At(0.Seconds()).Raise(300);
        scenario.At(3.Seconds()).Kill();
        scenario.At(70.Seconds()).Raise(20);
        scenario.Expect(between: 70.Seconds(), and: 75.Seconds()).Alerts(20);

        var course = await scenario.RunAsync(3.Minutes());

        // What had no answer is what the ledger of the killed process still counts as pending.
        Assert.InRange(course.Ledger.Pending, 100, 250);
        Assert.Empty(course.File);
        Assert.Equal(320, course.Ledger.Delivered + course.Ledger.Pending);
    }

    [Fact]
    public async Task WhatWasGivenToTheFileBeforeAKillIsThere()
    {
        var scenario = new Scenario { RoundTrip = 40.Milliseconds(), HasFile = true };
        scenario.At(0.Seconds()).Fail(Fault.Unavailable);
        scenario.Every(10.Seconds(), from: 1.Seconds(), until: 30.Minutes()).Raise();
        scenario.At(30.Minutes()).Kill();
        scenario.At(31.Minutes()).Heal().Raise();

        var course = await scenario.RunAsync(40.Minutes());

        Assert.InRange(course.File.Count, 110, 130);
        Assert.Equal(180, course.File.Count + course.Ledger.Pending);
    }

    [Fact]
    public async Task APipelineThatIsDisposedAtOnceAccountsForAll()
    {
        var scenario = new Scenario { RoundTrip = 300.Milliseconds(), HasFile = true, LastFlush = TimeSpan.Zero };
        scenario.At(0.Seconds()).Raise(100).Raise(1, LogLevel.Critical).Repeat("disk", 7);
        await scenario.RunAsync(0.1.Seconds());
    }
}
