using TypedWebhookAlerts.PackageTests.Packing;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.PackageTests.Consuming;

/// <summary>Programs of users, in a folder that knows nothing of this repository, restored and built once with the
/// package.</summary>
public sealed class BuiltConsumers(PackedRepository packed) : IAsyncLifetime
{
    private const string Folder = "consumers";

    /// <summary>What the restore and the build of all said.</summary>
    internal CommandResult Building { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        packed.Workspace.Copy("tests/TypedWebhookAlerts.PackageTests/Consumers", Folder);
        Building = await DotNetAsync("", "build", "Consumers.slnx");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Runs the SDK in a consumer's folder.</summary>
    internal Task<CommandResult> DotNetAsync(string consumer, params string[] arguments)
        => packed.Workspace
            .In(Path.Combine(Folder, consumer), ("TypedWebhookAlertsVersion", packed.Version))
            .DotNetAsync(arguments);

    /// <summary>Runs a program whose route <c>error</c> leads to a webhook.</summary>
    internal Task<CommandResult> RunAsync(string program, DiscordSimulator discord, SimulatedWebhook error)
        => packed.Workspace
            .In(
                Path.Combine(Folder, program),
                ("WEBHOOK_ERROR_URL", error.Url),
                ("WEBHOOK_TRUSTED_HOSTS", discord.Host))
            .DotNetAsync(Path.Combine("bin", "Debug", "net10.0", $"{program}.dll"));

    /// <summary>A file that a consumer's build has made.</summary>
    internal string OutputOf(string consumer, string file)
        => packed.Workspace.PathOf(Folder, consumer, "bin", "Debug", "net10.0", file);
}
