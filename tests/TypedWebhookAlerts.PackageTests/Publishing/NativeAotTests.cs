using TypedWebhookAlerts.PackageTests.Packing;
using Xunit;

namespace TypedWebhookAlerts.PackageTests.Publishing;

/// <summary>The alerts of <c>TypedWebhookAlerts.AotSmoke</c>, compiled at run time and ahead of it.</summary>
public sealed class NativeAotTests(PackedRepository packed)
{
    /// <summary>One of each kind: a copied value, a time, a path, a value that formats itself, a generic, an exception.
    /// </summary>
    private static readonly string[] s_expected =
    [
        "-1 18446744073709551615 50 % 1.10",
        "<t:0:R> 01:30 2026-11-25",
        "Ann joined Home",
        "(null) left (null)",
        "Moved to 1.5;-2.0",
        "1 is not one",
        """
        leaderboard failed
        no entry for \*today\*
        **System.InvalidOperationException**: out of stock
        caused by **System.Collections.Generic.KeyNotFoundException**: book
        Invoked by: <@80351110224678912>
        """,
    ];

    [Fact]
    public async Task TheSmokeProgramsAlertsOfManyShapesArrive()
    {
        var shown = await SmokeRun.ShowAsync(packed.Workspace, "dotnet", SmokeRun.ManagedProgram);

        Assert.Subset(new HashSet<string>(shown), new HashSet<string>(s_expected));
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
}
