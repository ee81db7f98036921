using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Ending;

/// <summary>Processes that die of an unhandled exception, or at once.</summary>
public sealed class CrashTests : EndingTest
{
    [Theory]
    [InlineData("throw")]
    [InlineData("throw-on-the-pool")]
    public async Task ACrashSendsWhatWaitsAndMarksItInTheFile(string ending)
    {
        AssertCrashed(await RunAsync(Answering, ending, "warm"));
        AssertAllAreThereOnce(Child.Alerts.Append("warm"));
        Assert.Empty(Kept());
    }

    [Theory]
    [InlineData("by-events")]
    [InlineData("by-tasks")]
    public async Task ACrashOfAStarvedPoolMakesAConnectionAndSends(string blocked)
    {
        // By name: it is resolved on the pool, too.
        AssertCrashed(await RunAsync(Answering.Replace("127.0.0.1", "localhost"), "throw", "starved", blocked));
        Assert.Equal(Child.Alerts.Order(), Shown.Order());

        // The lane could not send any of it: first they were all in the file, then they were marked.
        Assert.Equal(Child.Alerts.Order(), Written().Select(line => line.Description).Order());
        Assert.Empty(Kept());
    }

    [Fact]
    public async Task ACrashOfAPoolThatStaysStarvedSendsOnItsOwnThreadOverTheWarmConnection()
    {
        AssertCrashed(await RunAsync(Answering, "throw", "warm", "starved", "fixed"));
        Assert.Equal(Child.Alerts.Order(), Written().Select(line => line.Description).Order());

        // A request leaves without the pool. For its answer .NET asks the pool now and then, where it comes in the very
        // moment in which the thread begins to wait for it: then the rest is not sent.
        Assert.Contains("Database db-1 does not answer", Shown);
        Assert.Empty(Child.Alerts.Except(Shown.Concat(Kept().Select(line => line.Description))));
    }

    [Fact]
    public async Task WithoutAConnectionACrashOfAPoolThatStaysStarvedHasAllInTheFile()
    {
        AssertCrashed(await RunAsync(Answering, "throw", "starved", "fixed", "hasty"));
        Assert.Equal(Child.Alerts.Order(), Written().Select(line => line.Description).Order());
        Assert.Empty(Child.Alerts.Except(Shown.Concat(Kept().Select(line => line.Description))));
    }

    [Fact]
    public async Task ACrashSendsTheCriticalFirstAndKeepsToTheWindow()
    {
        AssertCrashed(await RunAsync(Answering, "throw", "warm", "starved", "narrow"));
        AssertAllAreThereOnce(Child.Alerts.Append("warm"));
        Assert.Contains("Database db-1 does not answer", Shown);
        Assert.Equal(16, Kept().Count);
    }

    [Fact]
    public async Task ACrashThatIsGivenNoTimeWritesTheFileOnly()
    {
        AssertCrashed(await RunAsync(Answering, "throw", "warm", "starved", "file-only"));
        Assert.Equal(["warm"], Shown);
        Assert.Equal(Child.Alerts.Order(), Kept().Select(line => line.Description).Order());
        Assert.All(Kept(), line => Assert.Equal("Crashed", line.Reason));
    }

    [Fact]
    public async Task WhenDiscordDoesNotAnswerACrashLeavesAllInTheFile()
    {
        AssertCrashed(await RunAsync(Hanging, "throw", "hasty"));
        AssertAllAreThereOnce(Child.Alerts);
    }

    [Fact]
    public async Task WhenDiscordTakesNoConnectionACrashLeavesAllInTheFile()
    {
        AssertCrashed(await RunAsync(Refusing, "throw", "hasty"));
        AssertAllAreThereOnce(Child.Alerts);
    }

    [Fact]
    public async Task AKilledProcessOrOneThatFailsFastSavesNothingAndSpoilsNothing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no kill.");
        await RunAsync(Refusing, "throw", "file-only");
        var before = await File.ReadAllBytesAsync(FallbackFile, TestContext.Current.CancellationToken);

        Assert.Equal(Aborted, await RunAsync(Hanging, "fail-fast"));
        using (var child = await StartAsync(Hanging, "wait"))
        {
            child.Kill("KILL");
            Assert.Equal(137, await child.EndAsync());
        }

        Assert.Equal(before, await File.ReadAllBytesAsync(FallbackFile, TestContext.Current.CancellationToken));
        AssertAllAreThereOnce(Child.Alerts);
    }
}
