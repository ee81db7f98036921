using System.Reflection;
using TypedWebhookAlerts.PackageTests.Packing;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.PackageTests.Publishing;

/// <summary>A run of <c>TypedWebhookAlerts.AotSmoke</c> against a simulated Discord.</summary>
internal static class SmokeRun
{
    /// <summary>The program as these tests' own build made it: on the runtime that compiles at run time.</summary>
    public static string ManagedProgram { get; } =
        typeof(SmokeRun).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == "SmokeProgram").Value!;

    /// <summary>Runs the program, which must find all its alerts delivered.</summary>
    /// <param name="workspace">Where it runs.</param>
    /// <param name="program">The program and what stands before the route on its command line.</param>
    /// <returns>What the channel then shows of each alert, sorted: a critical one overtakes.</returns>
    public static async Task<IReadOnlyList<string>> ShowAsync(Workspace workspace, params string[] program)
    {
        await using var discord = new DiscordSimulator();
        var webhook = discord.AddWebhook();
        await discord.ListenAsync(TestContext.Current.CancellationToken);

        var run = await workspace.In("").RunAsync(
            program[0],
            [
                .. program[1..],
                $"--WebhookAlerts:Routes:error:Url={webhook.Url}",
                $"--WebhookAlerts:TrustedHosts:0={discord.Host}",
                // Traces name addresses and files, which differ between two builds.
                "--WebhookAlerts:IncludeStackTraces=false",
            ]);

        run.Succeeded();
        var shown = webhook.Messages.SelectMany(message => message.Embeds).Select(Show);
        return [.. shown.Order(StringComparer.Ordinal)];
    }

    private static string Show(SimulatedEmbed embed)
    {
        var fields = embed.Fields.Select(field => $"{field.Name}: {field.Value}");
        return string.Join('\n', [embed.Title, embed.Description, .. fields]).Trim();
    }
}
