using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedWebhookAlerts.Generators.Tests.Harness;

namespace TypedWebhookAlerts.Generators.Tests.Contract;

/// <summary>
/// What is kept of a version: a library's source, the code that the version generated for it, the part of the runtime
/// that both refer to, and what its alerts left behind.
/// </summary>
/// <remarks>While a version is not released, its texts are written anew by running the tests with the variable
/// <c>UPDATE_CONTRACT=1</c>; afterwards they never change.</remarks>
internal sealed class KeptVersion
{
    private readonly string _folder;

    private KeptVersion(string folder)
    {
        _folder = folder;
        var user = Trees("Source.cs", "Calls.cs");
        if (IsUpdated)
        {
            Rewrite(user);
        }

        Surface = CompileSurface(File.ReadAllText(SurfacePath));
        GeneratedTrees = Trees([.. Directory.GetFiles(GeneratedFolder).Order(StringComparer.Ordinal)]);
        Library = Compile($"Kept{Name}", Surface, [.. user, .. GeneratedTrees]);
    }

    public static string Folder { get; } = Path.GetDirectoryName(ThisFile())!;

    /// <summary>Whether the kept texts are to be written instead of compared. Never where changes are judged.</summary>
    public static bool IsUpdated => Environment.GetEnvironmentVariable("UPDATE_CONTRACT") == "1"
        && Environment.GetEnvironmentVariable("CI") is null or "";

    /// <summary>Every kept version, the earliest first.</summary>
    public static IReadOnlyList<KeptVersion> All { get; } =
        [.. Directory.GetDirectories(Folder).Order(StringComparer.Ordinal).Select(folder => new KeptVersion(folder))];

    public string Name => Path.GetFileName(_folder);

    public string RecordedPath => Path.Combine(_folder, "Recorded.txt");

    /// <summary>The kept part of the runtime, as an assembly of its name.</summary>
    public Compilation Surface { get; }

    public IReadOnlyList<SyntaxTree> GeneratedTrees { get; }

    /// <summary>The kept library against the kept part of the runtime.</summary>
    public Compilation Library { get; }

    private string GeneratedFolder => Path.Combine(_folder, "Generated");

    private string SurfacePath => Path.Combine(_folder, "Surface.cs");

    public static Compilation CompileSurface(string text)
        => TestSources.Compile(text).WithAssemblyName(RuntimeUse.Runtime)
            .WithReferences(TestSources.References.Where(reference => !IsRuntime(reference)));

    /// <summary>Compiles with a part of the runtime in place of the whole.</summary>
    public static Compilation Compile(string name, Compilation surface, IEnumerable<SyntaxTree> trees)
        => TestSources.Compile()
            .WithAssemblyName(name)
            .WithReferences(
                TestSources.References.Where(reference => !IsRuntime(reference)).Append(ImageOf(surface)))
            .AddSyntaxTrees(trees);

    private static PortableExecutableReference ImageOf(Compilation compilation)
    {
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.Empty(emitted.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error));
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    private static bool IsRuntime(MetadataReference reference)
        => Path.GetFileNameWithoutExtension(reference.Display) == RuntimeUse.Runtime;

    private void Rewrite(IReadOnlyList<SyntaxTree> user)
    {
        var generation = Generation.Of([.. user.Select(tree => tree.ToString())]);
        Assert.Empty(generation.Diagnostics);
        Directory.CreateDirectory(GeneratedFolder);
        foreach (var file in Directory.GetFiles(GeneratedFolder))
        {
            File.Delete(file);
        }

        foreach (var source in generation.Result.GeneratedSources)
        {
            File.WriteAllText(Path.Combine(GeneratedFolder, source.HintName), source.SourceText.ToString());
        }

        File.WriteAllText(
            SurfacePath, SurfaceText.Write(RuntimeUse.Of(generation.Output, generation.Output.SyntaxTrees)));
    }

    private SyntaxTree[] Trees(params string[] files)
        => [.. files.Select(file
            => TestSources.Parse(File.ReadAllText(Path.Combine(_folder, file)), Path.GetFileName(file)))];

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
