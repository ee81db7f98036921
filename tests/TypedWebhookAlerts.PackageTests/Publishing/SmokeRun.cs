using System.Reflection;
using System.Text.RegularExpressions;
using TypedWebhookAlerts.PackageTests.Packing;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.PackageTests.Publishing;

/// <summary>A run of <c>TypedWebhookAlerts.AotSmoke</c> against a simulated Discord.</summary>
internal static partial class SmokeRun
{
    private static readonly string[] s_routes = ["error", "info", "performance", "member-events"];

    private const string Told = "told: ";

    /// <summary>The program as these tests' own build made it: on the runtime that compiles at run time.</summary>
    public static string ManagedProgram { get; } =
        typeof(SmokeRun).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == "SmokeProgram").Value!;

    /// <summary>Runs the program, which must find all its alerts delivered.</summary>
    /// <param name="workspace">Where it runs.</param>
    /// <param name="program">The program and what stands before the route on its command line.</param>
    /// <returns>What it told of what no channel shows, and what the channels then show of each alert, sorted: a
    /// critical one overtakes.</returns>
    public static async Task<IReadOnlyList<string>> ShowAsync(Workspace workspace, params string[] program)
    {
        // How alerts look is asked here. That each edit of two hundred finds its place within a minute is not.
        await using var discord = new DiscordSimulator(
            new DiscordSimulatorOptions { ChannelLimit = 1000, WebhookLimit = 100 });
        var webhooks = s_routes.ToDictionary(route => route, route => discord.AddWebhook());
        await discord.ListenAsync(TestContext.Current.CancellationToken);

        var run = await workspace
            .In(
                "",
                ("WEBHOOK_PERFORMANCE_URL", webhooks["performance"].Url),
                // Traces name addresses and files, which differ between two builds.
                ("WEBHOOK_INCLUDE_STACK_TRACES", "false"))
            .RunAsync(
                program[0],
                [
                    .. program[1..],
                    .. webhooks.Where(route => route.Key != "performance")
                        .Select(route => $"--WebhookAlerts:Routes:{route.Key}:Url={route.Value.Url}"),
                    $"--WebhookAlerts:TrustedHosts:0={discord.Host}",
                    "--WebhookAlerts:MaxRequestsPerMinute=1000",
                    // The footer would name the machine.
                    "--WebhookAlerts:IncludeBotInfo=false",
                    // So would the start and the stop.
                    "--WebhookAlerts:SystemStatus:Started=false",
                    "--WebhookAlerts:SystemStatus:Stopping=false",
                ]);

        run.Succeeded();
        var shown = webhooks.Values
            .SelectMany(webhook => webhook.Messages)
            .SelectMany(message => message.Embeds)
            .Select(Show);
        var told = run.Output.Split('\n').Where(line => line.StartsWith(Told, StringComparison.Ordinal));
        return [.. told.Select(line => line.TrimEnd()), .. shown.Order(StringComparer.Ordinal)];
    }

    private static string Show(SimulatedEmbed embed)
    {
        string?[] parts =
        [
            embed.Title,
            embed.Description,
            .. embed.Fields.Select(field => $"{field.Name}: {field.Value}"),
            $"#{embed.Color:X6} {embed.Footer}".TrimEnd(),
        ];
        var shown = string.Join('\n', parts.Where(part => !string.IsNullOrEmpty(part)));
        shown = Duration().Replace(TimeOfNews().Replace(shown, "<t:…:T> "), "Resolved after …");
        return OfTheMachine().Replace(OfTheMoment().Replace(shown, "…"), "");
    }

    // The time, the machine and its memory, as the standard alerts and the thresholds tell them.
    private static Regex OfTheMoment()
        => new($@"\d{{4}}-\d\d-\d\d \d\d:\d\d:\d\d UTC|{Regex.Escape(Environment.MachineName)}|(?<=Working set\nValue: )[^\n]+");

    // Memory may grow by half in a second.
    [GeneratedRegex(@"<t:…:T> Now [^\n]+\n")]
    private static partial Regex OfTheMachine();

    // When an incident had news and how long it lasted is the machine's to say.
    [GeneratedRegex(@"^<t:\d+:T> ", RegexOptions.Multiline)]
    private static partial Regex TimeOfNews();

    [GeneratedRegex(@"Resolved after [^:*]+")]
    private static partial Regex Duration();
}
