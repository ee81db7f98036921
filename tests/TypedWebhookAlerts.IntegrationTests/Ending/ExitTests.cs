using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Ending;

/// <summary>Processes that end of themselves, and forget to dispose.</summary>
public sealed class ExitTests : EndingTest
{
    [Theory]
    [InlineData("return", 5)]
    [InlineData("exit", 3)]
    public async Task AnExitSendsWhatWaits(string ending, int exitCode)
    {
        Assert.Equal(exitCode, await RunAsync(Answering, ending));
        Assert.Equal(Child.Alerts.Order(), Shown.Order());
        Assert.False(File.Exists(FallbackFile));
    }

    [Fact]
    public async Task WhenDiscordTakesNoConnectionAnExitLeavesAllInTheFile()
    {
        Assert.Equal(5, await RunAsync(Refusing, "return"));
        AssertAllAreThereOnce(Child.Alerts);
        Assert.All(Kept(), line => Assert.Contains(line.Reason, (string[])["Exited", "Unconfirmed"]));
    }

    [Fact]
    public async Task AnExitOfAStarvedPoolSendsWhatWaits()
    {
        Assert.Equal(5, await RunAsync(Answering, "return", "starved"));
        Assert.Equal(Child.Alerts.Order(), Shown.Order());
        Assert.False(File.Exists(FallbackFile));
    }

    [Fact]
    public async Task AnExitOfAPoolThatStaysStarvedLeavesAllInTheFile()
    {
        Assert.Equal(5, await RunAsync(Answering, "return", "warm", "starved", "fixed"));
        AssertAllAreThereOnce(Child.Alerts.Append("warm"));
        Assert.Equal(["warm"], Shown);
        Assert.All(Kept(), line => Assert.Equal("Exited", line.Reason));
    }
}
