using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using TypedWebhookAlerts.Generators.Analyzers;

namespace TypedWebhookAlerts.Generators.Tests.Harness;

/// <summary>
/// Runs the generator and every analyzer of the library over a source whose expected errors are marked in it,
/// <c>{|TWA1002:name|}</c>: those, the compiler's among them, and no others.
/// </summary>
internal static class AnalyzerVerifier
{
    /// <param name="source">The marked source.</param>
    /// <param name="repeated">A compiler's error that is said of the generated part of container A as well.</param>
    public static Task VerifyAsync(string source, DiagnosticResult? repeated = null)
    {
        var test = new Test { TestCode = TestSources.Usings + source };
        if (repeated is { } result)
        {
            test.ExpectedDiagnostics.Add(result);
        }

        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>What the library's analyzers say of a source, each message behind its rule.</summary>
    public static async Task<string[]> MessagesAsync(string source)
    {
        var diagnostics = await Generation.Of(TestSources.Usings + source).Output
            .WithAnalyzers([.. All()])
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. diagnostics
            .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .Select(diagnostic => $"{diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}")];
    }

    public static DiagnosticResult InGeneratedPart(string id, int line, int column, int length)
        => DiagnosticResult.CompilerError(id).WithSpan(
            "TypedWebhookAlerts.Generators/TypedWebhookAlerts.Generators.AlertGenerator/A.g.cs",
            line, column, line, column + length);

    private static IEnumerable<DiagnosticAnalyzer> All()
        => typeof(AlertAnalyzer).Assembly.GetTypes()
            .Where(type => typeof(DiagnosticAnalyzer).IsAssignableFrom(type) && !type.IsAbstract)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!);

    private sealed class Test : CSharpAnalyzerTest<MalformedTemplateAnalyzer, DefaultVerifier>
    {
        public Test()
        {
            // Any assemblies but these the harness would download.
            ReferenceAssemblies = new ReferenceAssemblies("net10.0");
            TestState.AdditionalReferences.AddRange(TestSources.References);
            TestBehaviors |= TestBehaviors.SkipGeneratedSourcesCheck;
        }

        protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => All();

        protected override IEnumerable<Type> GetSourceGenerators() => [typeof(AlertGenerator)];

        protected override ParseOptions CreateParseOptions() => TestSources.ParseOptions;

        protected override CompilationOptions CreateCompilationOptions()
            => ((CSharpCompilationOptions)base.CreateCompilationOptions())
                .WithAllowUnsafe(true)
                .WithNullableContextOptions(NullableContextOptions.Enable);
    }
}
