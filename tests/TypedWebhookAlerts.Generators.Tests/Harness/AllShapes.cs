using System.Runtime.CompilerServices;

namespace TypedWebhookAlerts.Generators.Tests.Harness;

/// <summary>Every file of the folder Shapes and the public library of the folder Contract in one compilation, each in a
/// namespace of its own.</summary>
internal static class AllShapes
{
    private static readonly Lazy<Generation> s_generation = new(() => Generation.Of(
    [
        .. Directory.GetFiles(Path.Combine(Project(), "Shapes"), "*.cs", SearchOption.AllDirectories)
            .Where(IsSource)
            .Order(StringComparer.Ordinal)
            .Select(Separate),
        File.ReadAllText(Path.Combine(Project(), "Contract/V1/Source.cs")),
    ]));

    public static Generation Generation => s_generation.Value;

    // What is generated of a shape stands beside it.
    private static bool IsSource(string file)
        => !Path.GetFileNameWithoutExtension(file).Contains('.', StringComparison.Ordinal);

    private static string Separate(string file)
    {
        var source = File.ReadAllText(file);
        var hasNamespace = source.Split('\n').Any(line
            => line.StartsWith("namespace ", StringComparison.Ordinal) && line.TrimEnd().EndsWith(';'));
        return hasNamespace
            ? source
            : $"namespace Shape{Path.GetFileNameWithoutExtension(file)}\n{{\n{source}\n}}\n";
    }

    private static string Project([CallerFilePath] string path = "")
        => Path.GetDirectoryName(Path.GetDirectoryName(path))!;
}
