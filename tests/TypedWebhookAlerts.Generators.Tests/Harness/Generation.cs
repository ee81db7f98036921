using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedWebhookAlerts.Generators.Tests.Harness;

/// <summary>What the generator made of some sources.</summary>
internal sealed record Generation(Compilation Output, GeneratorRunResult Result)
{
    private const string CatalogFile = "AlertCatalog.g.cs";

    public static Generation Of(params string[] sources)
    {
        var compilation = TestSources.Compile(sources);
        var driver = CreateDriver().RunGenerators(compilation);
        var result = driver.GetRunResult().Results.Single();
        return new Generation(
            compilation.AddSyntaxTrees(result.GeneratedSources.Select(source => source.SyntaxTree)), result);
    }

    public static GeneratorDriver CreateDriver()
        => CSharpGeneratorDriver.Create(
            [new AlertGenerator().AsSourceGenerator()],
            parseOptions: TestSources.ParseOptions,
            driverOptions: new GeneratorDriverOptions(
                IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>All generated files but for the catalog.</summary>
    public string Text
        => string.Join('\n', Result.GeneratedSources
            .Where(source => source.HintName != CatalogFile)
            .Select(source => source.SourceText.ToString()));

    /// <summary>The file that lists the alerts.</summary>
    public string Catalog
        => Result.GeneratedSources.Single(source => source.HintName == CatalogFile).SourceText.ToString();

    /// <summary>The compiler's warnings and errors over user's and generated code; that a test's types are not
    /// documented (CS1591) is not worth a comment in each.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics
        => [.. Output.GetDiagnostics().Where(diagnostic
            => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id != "CS1591")];

    public IReadOnlyList<string> ErrorIds
        => [.. Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic => diagnostic.Id)];
}
