using System.Runtime.CompilerServices;
using TypedWebhookAlerts.Generators.Tests.Harness;

namespace TypedWebhookAlerts.Generators.Tests;

/// <summary>Every file in the folder Shapes is a user's source, the odd ones among them; a folder in it is a source of
/// several files. What is generated of each stands beside it.</summary>
public sealed class ShapeTests
{
    internal static string Folder { get; } = Path.Combine(Path.GetDirectoryName(ThisFile())!, "Shapes");

    public static TheoryData<string> Shapes { get; } =
    [
        .. Directory.GetFiles(Folder, "*.cs")
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Where(name => !name.Contains('.', StringComparison.Ordinal))
            .Concat(Directory.GetDirectories(Folder).Select(folder => Path.GetFileName(folder)))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void CompilesWithoutAWarningAsItStandsBesideIt(string shape)
    {
        var generation = Generation.Of(SourcesOf(shape));

        Assert.Empty(generation.Diagnostics);
        Assert.NotEmpty(generation.Result.GeneratedSources);
        Snapshot.Verify(generation.Text, Path.Combine(Folder, shape));
    }

    [Fact]
    public void NoGeneratedFileHasALineThatIsOnlySpaceOrTwoEmptyOnesInARow()
        => Assert.All(Directory.GetFiles(Folder, "*.verified.cs"), file =>
        {
            var text = File.ReadAllText(file);
            Assert.DoesNotContain(" \n", text, StringComparison.Ordinal);
            Assert.DoesNotContain("\n\n\n", text, StringComparison.Ordinal);
        });

    [Fact]
    public void NoSnapshotIsLeftWithoutItsShape()
        => Assert.Equal(
            Shapes.Select(shape => shape.Data).Order(StringComparer.Ordinal),
            Directory.GetFiles(Folder, "*.verified.cs")
                .Select(file => Path.GetFileName(file).Replace(".verified.cs", "", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));

    private static string[] SourcesOf(string shape)
    {
        var folder = Path.Combine(Folder, shape);
        return Directory.Exists(folder)
            ? [.. Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(File.ReadAllText)]
            : [File.ReadAllText(folder + ".cs")];
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
