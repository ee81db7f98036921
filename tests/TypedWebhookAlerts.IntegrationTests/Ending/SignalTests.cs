using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Ending;

/// <summary>Signals that end a process, with and without a host.</summary>
public sealed class SignalTests : EndingTest
{
    [Theory]
    [InlineData("TERM", 143)]
    [InlineData("INT", 130)]
    [InlineData("HUP", 129)]
    [InlineData("QUIT", 131)]
    public async Task ASignalSendsWhatWaitsAndEndsTheProcessAsItDoesWithoutUs(string signal, int exitCode)
    {
        SkipWithoutSignals();
        using var child = await StartAsync(Answering, "wait");
        child.Kill(signal);

        Assert.Equal(exitCode, await child.EndAsync());
        Assert.Equal(Child.Alerts.Order(), Shown.Order());
        Assert.False(File.Exists(FallbackFile));
    }

    [Fact]
    public async Task ASignalSendsWhatWaitsWhenThePoolIsStarved()
    {
        SkipWithoutSignals();
        using var child = await StartAsync(Answering, "wait", "starved");
        child.Kill("TERM");

        Assert.Equal(143, await child.EndAsync());
        Assert.Equal(Child.Alerts.Order(), Shown.Order());
        Assert.False(File.Exists(FallbackFile));
    }

    [Fact]
    public async Task WhenDiscordDoesNotAnswerASignalLeavesAllInTheFile()
    {
        SkipWithoutSignals();
        using var child = await StartAsync(Hanging, "wait");
        child.Kill("TERM");

        Assert.Equal(143, await child.EndAsync());
        AssertAllAreThereOnce(Child.Alerts);
        Assert.All(Kept(), line => Assert.Contains(line.Reason, (string[])["Terminated (SIGTERM)", "Unconfirmed"]));
        Assert.Contains(Kept(), line => line is { Level: "Critical", Route: "error", Count: 1 });
    }

    [Fact]
    public async Task WhenTheWindowIsSpentASignalSendsTheCriticalAndLeavesTheRestInTheFile()
    {
        SkipWithoutSignals();
        using var child = await StartAsync(Answering, "wait", "narrow", "warm");
        child.Kill("TERM");

        Assert.Equal(143, await child.EndAsync());
        AssertAllAreThereOnce(Child.Alerts.Append("warm"));
        Assert.Contains("Database db-1 does not answer", Shown);
        Assert.NotEmpty(Kept());
        Assert.All(Kept(), line => Assert.Equal("Terminated (SIGTERM)", line.Reason));
    }

    [Fact]
    public async Task ASecondSignalEndsTheWait()
    {
        const int Interrupted = 130;
        SkipWithoutSignals();

        // The first waits for 5 seconds, and whose wait ends first ends the process. Where the machine is so slow that
        // the second is sent later, it says nothing.
        var exitCode = 0;
        for (var tries = 0; tries < 3 && exitCode != Interrupted; tries++)
        {
            using var child = await StartAsync(Hanging, "wait", "tells");
            child.Kill("TERM");
            await child.ReadAsync("flushing");
            child.Kill("INT");
            exitCode = await child.EndAsync();
        }

        Assert.Equal(Interrupted, exitCode);
        Assert.Empty(Child.Alerts.Except(Kept().Select(line => line.Description)));
        Assert.Contains(Kept(), line => line.Reason == "Terminated (SIGINT)");
    }

    [Theory]
    [InlineData("cancels")]
    [InlineData("cancels-before")]
    public async Task AnApplicationThatHandlesTheSignalItselfGoesOn(string handler)
    {
        SkipWithoutSignals();
        using var child = await StartAsync(Answering, "wait-for-cancel", handler);
        child.Kill("TERM");

        // Otherwise the pool has other limits than before.
        Assert.Equal(7, await child.EndAsync());
        Assert.Equal(Child.Alerts.Append("last words").Order(), Shown.Order());
        Assert.False(File.Exists(FallbackFile));
    }

    [Fact]
    public async Task AHostThatIsTerminatedSendsTheLastAlertOfItsServices()
    {
        SkipWithoutSignals();
        using var child = await StartAsync(Answering, "wait", "hosted");
        child.Kill("TERM");

        Assert.Equal(0, await child.EndAsync());
        Assert.Equal(Numbers.Append("last words").Order(), Shown.Order());
        Assert.False(File.Exists(FallbackFile));
    }

    [Fact]
    public async Task AHostThatIsOutOfPatienceLeavesAllInTheFile()
    {
        SkipWithoutSignals();
        using var child = await StartAsync(Hanging, "wait", "hosted");
        child.Kill("TERM");

        await child.EndAsync();
        AssertAllAreThereOnce(Numbers.Append("last words"));
        Assert.All(Kept(), line => Assert.Contains(line.Reason, (string[])["Closed", "Unconfirmed"]));
    }

    /// <summary>What a hosted child raises when it starts.</summary>
    private static IEnumerable<string> Numbers => Child.Alerts.Where(alert => alert.StartsWith('N'));

    private static void SkipWithoutSignals() => Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no kill.");
}
