using System.Runtime.CompilerServices;
using TypedWebhookAlerts.PackageTests.Packing;
using Xunit;

namespace TypedWebhookAlerts.PackageTests.Publishing;

/// <summary>The two hundred alerts of <c>TypedWebhookAlerts.AotSmoke</c>, compiled at run time and ahead of it.
/// </summary>
public sealed class NativeAotTests(PackedRepository packed)
{
    private const string Line = "\n----\n";

    [Fact]
    public async Task EveryAlertOfTheSmokeProgramLooksAsItDidWhenItWasReadByEye()
    {
        var shown = await SmokeRun.ShowAsync(packed.Workspace, "dotnet", SmokeRun.ManagedProgram);

        VerifyShown(string.Join(Line, shown) + '\n');
    }

    [Fact(
        Skip = "Native AOT needs a native linker (clang or gcc).",
        SkipUnless = nameof(NativeLinker.IsThere),
        SkipType = typeof(NativeLinker))]
    public async Task ANativeProgramIsPublishedWithoutAWarningAndShowsWhatTheManagedOneDoes()
    {
        var publishing = (await packed.Sources.PublishSmokeAsync(to: "native")).Succeeded();
        Assert.Empty(publishing.Warnings);
        Assert.Contains("Generating native code", publishing.Output, StringComparison.Ordinal);

        Assert.Equal(
            await SmokeRun.ShowAsync(packed.Workspace, "dotnet", SmokeRun.ManagedProgram),
            await SmokeRun.ShowAsync(
                packed.Workspace, packed.Workspace.PathOf("native", "TypedWebhookAlerts.AotSmoke")));
    }

    // In Verify's naming; a mismatch leaves what was received beside it.
    private static void VerifyShown(string shown, [CallerFilePath] string file = "")
    {
        var stem = Path.Combine(Path.GetDirectoryName(file)!, "NativeAotTests.Shown");
        var verified = File.Exists($"{stem}.verified.txt") ? File.ReadAllText($"{stem}.verified.txt") : string.Empty;
        File.WriteAllText($"{stem}.received.txt", shown);
        Assert.Equal(verified, shown);
        File.Delete($"{stem}.received.txt");
    }
}
