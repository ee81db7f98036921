using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace TypedWebhookAlerts.Generators.Tests.Promise.Mutations;

/// <summary>
/// A copy of the library in which each mutation can be switched on, in a copy of these tests. The library itself has
/// no such switches: the copy's sources are changed, and it is built anew.
/// </summary>
public sealed partial class MutatedLibrary : IAsyncLifetime
{
    private const string Library = "TypedWebhookAlerts";
    private const string Seed = "0002KdlGPo60";

    private static readonly string[] s_shared =
    [
        "Directory.Build.props", "Directory.Packages.props", "global.json", ".editorconfig",
        "src/Directory.Build.props", "src/BannedSymbols.txt",
    ];

    // Restoring is not needed: the copy has the original's packages, and no projects.
    private static readonly string s_targets = $"""
        <Project>
          <ItemGroup>
            <ProjectReference Remove="@(ProjectReference)" />
            <Analyzer Include="{typeof(AlertGenerator).Assembly.Location}" />
          </ItemGroup>
        </Project>
        """;

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("promise-");

    private string Sources => Path.Combine(_root.FullName, "src", Library);

    /// <summary>The first run compiles, the others call what it has compiled: they differ in the library
    /// only.</summary>
    private string Batches => Path.Combine(_root.FullName, "batches");

    private string Tests => Path.Combine(_root.FullName, "tests");

    public async ValueTask InitializeAsync()
    {
        CopySources();
        Directory.CreateDirectory(Batches);
        foreach (var file in Mutation.All.GroupBy(mutation => mutation.File))
        {
            var path = Path.Combine(Sources, file.Key);
            var original = await File.ReadAllTextAsync(path);
            await File.WriteAllTextAsync(
                path, file.Aggregate(original, (source, mutation) => mutation.ApplyTo(source)));
        }

        await File.WriteAllTextAsync(Path.Combine(Sources, "Mutant.cs"), Mutation.Switch);
        var built = await DotNet.RunAsync(
            Sources,
            [
                "build", "--no-restore", "--nologo", "-v", "q", "-o", Path.Combine(_root.FullName, "built"),
                "-nodeReuse:false", "-p:UseSharedCompilation=false", "-p:RunAnalyzers=false",
                "-p:TreatWarningsAsErrors=false", "-p:GenerateDocumentationFile=false",
            ]);
        Assert.True(built.ExitCode == 0, built.Output);
        CopyFolder(new DirectoryInfo(AppContext.BaseDirectory), Tests);
        var mutant = Path.Combine(_root.FullName, "built", $"{Library}.dll");
        File.Copy(mutant, Path.Combine(Tests, $"{Library}.dll"), overwrite: true);
    }

    public ValueTask DisposeAsync()
    {
        _root.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Runs the tests of the promise, on a small scale, against the copy.</summary>
    /// <param name="mutation">What is switched off; null for nothing.</param>
    /// <returns>The tests that failed, and all that was said.</returns>
    internal async Task<(IReadOnlyList<string> Failed, string Output)> RunAsync(string? mutation)
    {
        var (exitCode, output) = await DotNet.RunAsync(
            Tests,
            [
                Path.GetFileName(typeof(PromiseTests).Assembly.Location), "-noColor",
                "-class", typeof(PromiseTests).FullName!,
            ],
            (PromiseScale.Variable, PromiseScale.Small),
            (PromiseCampaign.SeedVariable, Seed),
            (KeptBatch.Variable, Batches),
            (Mutation.Variable, mutation),
            ("DOTNET_TieredPGO", "0"), // a process that ends so soon gains nothing by measuring itself
            ("DISCORD_OPENAPI", null));
        string[] failed = [.. Failure().Matches(output).Select(match => match.Groups[1].Value).Distinct()];
        Assert.True(Summary().IsMatch(output) && exitCode == 0 == (failed.Length == 0), output);
        return (failed, output);
    }

    private void CopySources()
    {
        var repository = Repository();
        var original = Path.Combine(repository, "src", Library);
        CopyFolder(new DirectoryInfo(original), Sources, "bin", "obj");
        CopyFolder(new DirectoryInfo(Path.Combine(original, "obj")), Path.Combine(Sources, "obj"), "Debug", "Release");
        foreach (var file in s_shared)
        {
            File.Copy(Path.Combine(repository, file), Path.Combine(_root.FullName, file));
        }

        File.WriteAllText(Path.Combine(_root.FullName, "Directory.Build.targets"), s_targets);
    }

    private static void CopyFolder(DirectoryInfo from, string to, params string[] without)
    {
        Directory.CreateDirectory(to);
        foreach (var file in from.EnumerateFiles())
        {
            file.CopyTo(Path.Combine(to, file.Name));
        }

        foreach (var folder in from.EnumerateDirectories().Where(folder => !without.Contains(folder.Name)))
        {
            CopyFolder(folder, Path.Combine(to, folder.Name));
        }
    }

    private static string Repository([CallerFilePath] string thisFile = "")
        => Path.GetFullPath(Path.Combine(thisFile, "..", "..", "..", "..", ".."));

    [GeneratedRegex(@"PromiseTests\.(\w+)(?:\(.*\))? \[FAIL\]")]
    private static partial Regex Failure();

    [GeneratedRegex(@"Total: \d+, Errors: 0,")]
    private static partial Regex Summary();
}
