using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using TypedWebhookAlerts.PackageTests.Packing;
using Xunit;

namespace TypedWebhookAlerts.PackageTests;

/// <summary>What <c>dotnet pack</c> makes.</summary>
public sealed class PackageContentTests(PackedRepository packed) : IDisposable
{
    private const string Repository = "https://github.com/TypedWebhookAlerts/TypedWebhookAlerts";
    private const string Generator = "analyzers/dotnet/cs/TypedWebhookAlerts.Generators.dll";
    private const string CodeFixes = "analyzers/dotnet/cs/TypedWebhookAlerts.CodeFixes.dll";

    private readonly Package _package = new(packed.PackagePath);
    private readonly Package _symbols = new(packed.SymbolsPath);

    public void Dispose()
    {
        _package.Dispose();
        _symbols.Dispose();
    }

    [Fact]
    public void PackingGivesNoWarning() => Assert.Empty(packed.Packing.Warnings);

    [Fact]
    public void ThePackageHoldsTheLibraryTheGeneratorTheCodeFixesItsBuildLogicAndNoStrayFile()
        => Assert.Equal(
            [
                "LICENSE",
                "README.md",
                "TypedWebhookAlerts.nuspec",
                CodeFixes,
                Generator,
                "buildTransitive/TypedWebhookAlerts.targets",
                "lib/net10.0/TypedWebhookAlerts.dll",
                "lib/net10.0/TypedWebhookAlerts.xml",
            ],
            _package.Files);

    [Fact]
    public void TheSymbolPackageHoldsTheLibrarysSymbols()
        => Assert.Equal(["TypedWebhookAlerts.nuspec", "lib/net10.0/TypedWebhookAlerts.pdb"], _symbols.Files);

    [Fact]
    public void UsersInstallWhatTheRuntimeNeedsAndNothingOfTheGenerators()
    {
        var group = Assert.Single(_package.Metadata("dependencies").Elements());

        Assert.Equal("net10.0", (string?)group.Attribute("targetFramework"));
        Assert.Equal(
            [
                "Microsoft.Extensions.Compliance.Abstractions",
                "Microsoft.Extensions.Diagnostics.HealthChecks",
                "Microsoft.Extensions.Hosting.Abstractions",
                "Microsoft.Extensions.Logging",
                "Microsoft.Extensions.Logging.Abstractions",
                "Microsoft.Extensions.Options.ConfigurationExtensions",
                "Polly.Core",
            ],
            group.Elements().Select(dependency => (string?)dependency.Attribute("id")));
    }

    [Fact]
    public void ThePackageSaysItsLicenceAndWhereItsSourcesAre()
    {
        Assert.Equal("expression", (string?)_package.Metadata("license").Attribute("type"));
        Assert.Equal("MIT", _package.Metadata("license").Value);
        Assert.Equal(Repository, (string?)_package.Metadata("repository").Attribute("url"));
        Assert.Matches("^[0-9a-f]{40}$", (string?)_package.Metadata("repository").Attribute("commit"));
        Assert.Equal(
            File.ReadAllText(Path.Combine(Workspace.Repository, "LICENSE")), _package.ReadText("LICENSE"));
    }

    [Fact]
    public void TheReadmeOnThePackagesPageHasWholeLinks()
    {
        Assert.Equal("README.md", _package.Metadata("readme").Value);
        var readme = _package.ReadText("README.md");

        Assert.DoesNotMatch(@"\]\((?!https://)", readme);
        Assert.Contains($"]({Repository}/blob/main/docs/getting-started.md)", readme, StringComparison.Ordinal);
        Assert.Equal(
            File.ReadAllText(Path.Combine(Workspace.Repository, "README.md")),
            readme.Replace($"]({Repository}/blob/main/", "](", StringComparison.Ordinal));
    }

    [Fact]
    public void DebuggersFindTheSourcesOfLibraryGeneratorAndCodeFixes()
    {
        var commit = (string?)_package.Metadata("repository").Attribute("commit");
        var map = $"https://raw.githubusercontent.com/TypedWebhookAlerts/TypedWebhookAlerts/{commit}/*";

        Assert.Contains(
            map, Symbols.SourceLinkOf(_symbols.Open("lib/net10.0/TypedWebhookAlerts.pdb")), StringComparison.Ordinal);
        Assert.Contains(map, Symbols.EmbeddedSourceLinkOf(_package.Open(Generator)), StringComparison.Ordinal);
        Assert.Contains(map, Symbols.EmbeddedSourceLinkOf(_package.Open(CodeFixes)), StringComparison.Ordinal);
    }

    [Fact]
    public void TheGeneratorNeedsNothingButACompilerOfTheVersionThatTheBuildLogicAsksFor()
    {
        using var image = new PEReader(_package.Open(Generator));
        var reader = image.GetMetadataReader();
        var references = reader.AssemblyReferences.Select(reader.GetAssemblyReference)
            .ToDictionary(reference => reader.GetString(reference.Name), reference => reference.Version);

        Assert.Equal(
            [
                "Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp", "System.Collections.Immutable",
                "System.Memory", "netstandard",
            ],
            references.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(new Version(5, 0, 0, 0), references["Microsoft.CodeAnalysis.CSharp"]);
        Assert.Contains(
            "VersionLessThan('$(_TypedWebhookAlertsCompiler)', '5.0')",
            _package.ReadText("buildTransitive/TypedWebhookAlerts.targets"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task EqualSourcesGiveEqualBytesFromEveryFolder()
    {
        var elsewhere = new SourceTree(packed.Workspace, Path.Combine("elsewhere", "and-deeper"));
        (await elsewhere.PackAsync(to: "again")).Succeeded();

        AssertEqualBytes(packed.PackagePath);
        AssertEqualBytes(packed.SymbolsPath);
    }

    private void AssertEqualBytes(string file)
        => Assert.Equal(
            File.ReadAllBytes(file), File.ReadAllBytes(packed.Workspace.PathOf("again", Path.GetFileName(file))));
}
