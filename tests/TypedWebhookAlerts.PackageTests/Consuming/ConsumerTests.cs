using System.Xml.Linq;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.PackageTests.Consuming;

/// <summary>What people get who install the package: it builds, it runs, and it says what is wrong.</summary>
public sealed class ConsumerTests(BuiltConsumers consumers) : IClassFixture<BuiltConsumers>
{
    [Fact]
    public void EveryConsumerBuildsWithoutAWarning()
    {
        consumers.Building.Succeeded();

        Assert.Empty(consumers.Building.Warnings);
    }

    [Fact]
    public async Task AConsoleProgramStartsAPipelineAndItsAlertsArrive()
    {
        var texts = await ShownByAsync("ConsoleApp");

        Assert.Equal(
            ["Shard 3 lost its gateway after 01:30: asked to reconnect", "no entry for \\*today\\*"], texts);
    }

    [Fact]
    public async Task AHostTakesThePipelineFromItsConfiguration()
        => Assert.Equal(["Worker one started", "Worker one stopped"], await ShownByAsync("HostApp"));

    [Fact]
    public async Task AnAppSendsTheAlertsOfALibraryThroughThePackageThatTheLibraryBrings()
        => Assert.Equal(["Out of Dune, ordered by 7"], await ShownByAsync("Shop.App"));

    [Fact]
    public async Task VersionsMayBeManagedCentrally()
        => Assert.Equal(["Central"], await ShownByAsync("CentralApp"));

    [Fact]
    public void TheDocumentationOfAStrictLibraryHoldsTheAlertsOfItsUsers()
    {
        consumers.Building.Succeeded();

        var members = XDocument.Load(consumers.OutputOf("StrictLibrary", "StrictLibrary.xml")).Descendants("member")
            .Select(member => (string?)member.Attribute("name"));

        Assert.Contains("M:StrictLibrary.Reports.Finished(System.String,System.Int32)", members);
    }

    [Fact]
    public async Task AMisspeltHoleIsOneErrorOursAtItsPlace()
    {
        var build = await consumers.DotNetAsync("Misspelt", "build");

        var error = Assert.Single(build.Errors);
        Assert.Contains("BotAlerts.cs(6,", error, StringComparison.Ordinal);
        Assert.Contains(
            "error TWA1002: 'ShardDisconnected' has no parameter 'shrad'; did you mean 'shard'?",
            error,
            StringComparison.Ordinal);
        Assert.Empty(build.Warnings);
    }

    [Fact]
    public async Task ACompilerThatCannotLoadTheGeneratorIsNamedAsTheCause()
    {
        var build = await consumers.DotNetAsync("CentralApp", "build", "-p:CompilerApiVersion=roslyn4.14");

        var error = Assert.Single(build.Errors);
        Assert.Contains("error TWA0001:", error, StringComparison.Ordinal);
        Assert.Contains(".NET SDK 10.0.100", error, StringComparison.Ordinal);
        Assert.Contains("Roslyn 4.14", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("roslyn4.14", "-p:TypedWebhookAlertsCheckCompiler=false")]
    [InlineData("roslyn5.0")]
    [InlineData("roslyn11.0")]
    [InlineData("unknown")]
    public async Task ACompilerThatIsNewEnoughOrNotToBeCheckedIsLetThrough(string version, params string[] properties)
        => (await consumers.DotNetAsync(
            "CentralApp",
            [
                "msbuild", "-t:ResolveReferences;TypedWebhookAlertsCheckCompiler",
                $"-p:CompilerApiVersion={version}", .. properties,
            ]))
            .Succeeded();

    private async Task<IEnumerable<string?>> ShownByAsync(string program)
    {
        consumers.Building.Succeeded();
        await using var discord = new DiscordSimulator();
        var webhook = discord.AddWebhook();
        await discord.ListenAsync(TestContext.Current.CancellationToken);

        (await consumers.RunAsync(program, discord, webhook)).Succeeded();

        return webhook.Messages.SelectMany(message => message.Embeds).Select(embed => embed.Description);
    }
}
