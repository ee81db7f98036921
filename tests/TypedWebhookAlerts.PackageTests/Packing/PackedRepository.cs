using TypedWebhookAlerts.PackageTests.Packing;
using Xunit;

[assembly: AssemblyFixture(typeof(PackedRepository))]

namespace TypedWebhookAlerts.PackageTests.Packing;

/// <summary>The package, packed once for all tests from a clean copy of the sources.</summary>
public sealed class PackedRepository : IAsyncLifetime
{
    private const string Id = "TypedWebhookAlerts";

    internal Workspace Workspace { get; } = new();

    internal SourceTree Sources { get; private set; } = null!;

    /// <summary>What packing said.</summary>
    internal CommandResult Packing { get; private set; } = null!;

    internal string PackagePath => Workspace.PathOf("feed", $"{Id}.{Version}.nupkg");

    internal string SymbolsPath => Workspace.PathOf("feed", $"{Id}.{Version}.snupkg");

    /// <summary>The version as consumers write it.</summary>
    internal string Version { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Sources = new SourceTree(Workspace, "sources");
        Packing = (await Sources.PackAsync(to: "feed")).Succeeded();
        var package = Assert.Single(Directory.GetFiles(Workspace.Feed, "*.nupkg"));
        Version = Path.GetFileNameWithoutExtension(package)[(Id.Length + 1)..];
    }

    public ValueTask DisposeAsync()
    {
        Workspace.Dispose();
        return ValueTask.CompletedTask;
    }
}
