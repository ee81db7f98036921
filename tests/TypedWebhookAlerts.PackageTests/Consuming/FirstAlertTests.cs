using System.Diagnostics;
using TypedWebhookAlerts.PackageTests.Packing;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.PackageTests.Consuming;

/// <summary>How far it is from nothing to the first alert: what <c>docs/getting-started.md</c> says under "The first
/// alert", done as it is said there.</summary>
public sealed class FirstAlertTests(PackedRepository packed, ITestOutputHelper output)
{
    private const string TheLine =
        """TypedWebhookAlerts.WebhookAlerts.Start().Send(Microsoft.Extensions.Logging.LogLevel.Error, "Hello, operators");""";

    [Fact]
    public async Task ANewConsoleProjectWithThePackageOneLineAndOneVariableSendsItsFirstAlert()
    {
        await using var discord = new DiscordSimulator();
        var webhook = discord.AddWebhook();
        await discord.ListenAsync(TestContext.Current.CancellationToken);
        var clock = Stopwatch.StartNew();

        (await packed.Workspace.In("").DotNetAsync("new", "console", "--output", "First")).Succeeded();
        var project = packed.Workspace.In(
            "First", ("WEBHOOK_ERROR_URL", webhook.Url), ("WEBHOOK_TRUSTED_HOSTS", discord.Host));
        (await project.DotNetAsync("add", "package", "TypedWebhookAlerts", "--version", packed.Version)).Succeeded();
        await File.WriteAllTextAsync(
            packed.Workspace.PathOf("First", "Program.cs"), TheLine, TestContext.Current.CancellationToken);
        (await project.DotNetAsync("run")).Succeeded();

        // Told, not asserted: it is the machine's to say.
        output.WriteLine($"{clock.Elapsed.TotalSeconds:F1} s from 'dotnet new' to the end of the program");
        Assert.Equal("Hello, operators", Assert.Single(Assert.Single(webhook.Messages).Embeds).Description);
    }

    [Fact]
    public void TheLineIsTheOneThatTheDocumentationShows()
        => Assert.Contains(
            TheLine,
            File.ReadAllText(Path.Combine(Workspace.Repository, "docs", "getting-started.md")),
            StringComparison.Ordinal);
}
