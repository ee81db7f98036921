using System.Runtime.CompilerServices;
using TypedWebhookAlerts.Generators.Tests.Harness;

namespace TypedWebhookAlerts.Generators.Tests;

/// <summary>Every file in the folder Shapes is a user's source, the odd ones among them.</summary>
public sealed class ShapeTests
{
    private static readonly string s_folder = Path.Combine(Path.GetDirectoryName(ThisFile())!, "Shapes");

    public static TheoryData<string> Shapes { get; } =
        [.. Directory.GetFiles(s_folder, "*.cs").Select(file => Path.GetFileNameWithoutExtension(file)).Order()];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void CompilesWithoutAWarning(string shape)
    {
        var generation = Generation.Of(File.ReadAllText(Path.Combine(s_folder, $"{shape}.cs")));

        Assert.Empty(generation.Diagnostics);
        Assert.NotEmpty(generation.Result.GeneratedSources);
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
