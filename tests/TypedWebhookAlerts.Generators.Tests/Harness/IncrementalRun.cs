using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedWebhookAlerts.Generators.Tests.Harness;

/// <summary>Runs the generator before and after an edit, and tells what it did again.</summary>
internal static class IncrementalRun
{
    public static Func<CSharpCompilation, CSharpCompilation> Edit(int file, string old, string text)
        => compilation =>
        {
            var tree = compilation.SyntaxTrees[file];
            var edited = Replace(tree.ToString(), old, text);
            return compilation.ReplaceSyntaxTree(tree, TestSources.Parse(edited, tree.FilePath));
        };

    // "$&" stands for what is replaced. An edit that finds nothing would test nothing.
    public static string Replace(string source, string old, string text)
    {
        Assert.Contains(old, source, StringComparison.Ordinal);
        return source.Replace(old, text.Replace("$&", old, StringComparison.Ordinal), StringComparison.Ordinal);
    }

    public static (GeneratorRunResult Before, GeneratorRunResult After) Run(
        string[] files, Func<CSharpCompilation, CSharpCompilation> edit)
    {
        var first = TestSources.Compile(files);
        var driver = Generation.CreateDriver().RunGenerators(first);
        return (driver.GetRunResult().Results.Single(),
            driver.RunGenerators(edit(first)).GetRunResult().Results.Single());
    }

    public static GeneratorRunResult Generate(string[] files)
        => Generation.CreateDriver().RunGenerators(TestSources.Compile(files)).GetRunResult().Results.Single();

    public static List<string> Sources(GeneratorRunResult result)
        => [.. result.GeneratedSources.Select(source => source.SourceText.ToString())];

    public static List<IncrementalStepRunReason> Reasons(GeneratorRunResult result, string step)
        => [.. AllReasons(result.TrackedSteps[step])];

    public static List<IncrementalStepRunReason> OutputReasons(GeneratorRunResult result)
        => [.. result.TrackedOutputSteps.SelectMany(steps => AllReasons(steps.Value))];

    public static List<object> Changed(GeneratorRunResult result, string step)
        => [.. result.TrackedSteps[step].SelectMany(run => run.Outputs)
            .Where(output => IsChanged(output.Reason)).Select(output => output.Value)];

    public static bool IsChanged(IncrementalStepRunReason reason)
        => reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged);

    private static IEnumerable<IncrementalStepRunReason> AllReasons(IEnumerable<IncrementalGeneratorRunStep> steps)
        => steps.SelectMany(run => run.Outputs).Select(output => output.Reason);
}
