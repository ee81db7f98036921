using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedWebhookAlerts.Generators.Analyzers;

namespace TypedWebhookAlerts.Generators.Tests.Harness;

/// <summary>Runs the generator and every analyzer of the library, as an editor does at each keystroke.</summary>
internal static class NothingThrows
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> s_analyzers =
    [
        .. typeof(AlertAnalyzer).Assembly.GetTypes()
            .Where(type => typeof(DiagnosticAnalyzer).IsAssignableFrom(type) && !type.IsAbstract)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    public static Task<Generation> InAsync(string source) => InAsync(TestSources.Compile(source));

    /// <summary>Asserts that neither the generator (CS8785) nor an analyzer (AD0001) threw.</summary>
    public static async Task<Generation> InAsync(CSharpCompilation compilation)
    {
        var options = compilation.SyntaxTrees.FirstOrDefault()?.Options as CSharpParseOptions;
        var driver = CSharpGeneratorDriver
            .Create([new AlertGenerator().AsSourceGenerator()], parseOptions: options ?? TestSources.ParseOptions)
            .RunGenerators(compilation, TestContext.Current.CancellationToken);
        var result = driver.GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        Assert.Empty(result.Diagnostics);

        var output = compilation.AddSyntaxTrees(result.GeneratedSources.Select(source => source.SyntaxTree));
        var said = await output.WithAnalyzers(s_analyzers)
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(said, diagnostic => diagnostic.Id == "AD0001");
        return new Generation(output, result);
    }
}
