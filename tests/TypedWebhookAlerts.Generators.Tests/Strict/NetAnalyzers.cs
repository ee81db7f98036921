using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedWebhookAlerts.Generators.Tests.Harness;

namespace TypedWebhookAlerts.Generators.Tests.Strict;

/// <summary>The analyzers of the SDK that builds this project, as <c>AnalysisMode=All</c> sets them.</summary>
internal static class NetAnalyzers
{
    private static readonly string s_folder = typeof(NetAnalyzers).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "NetAnalyzers").Value!;

    private static readonly ImmutableArray<DiagnosticAnalyzer> s_analyzers =
    [
        .. new[] { "Microsoft.CodeAnalysis.NetAnalyzers.dll", "Microsoft.CodeAnalysis.CSharp.NetAnalyzers.dll" }
            .SelectMany(file => Assembly.LoadFrom(Path.Combine(s_folder, file)).GetTypes())
            .Where(type => !type.IsAbstract && type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is not null)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>What each rule is set to.</summary>
    private static readonly ImmutableDictionary<string, ReportDiagnostic> s_rules = ReadRules();

    /// <summary>What the analyzers and the compiler say, warnings as errors.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> RunAsync(Compilation compilation)
    {
        var options = compilation.Options
            .WithGeneralDiagnosticOption(ReportDiagnostic.Error)
            .WithSpecificDiagnosticOptions(s_rules);
        var found = await compilation.WithOptions(options)
            .WithAnalyzers(s_analyzers)
            .GetAllDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(found, diagnostic => diagnostic.Id == "AD0001");
        return [.. found.Where(diagnostic
            => !diagnostic.IsSuppressed && diagnostic.Severity >= DiagnosticSeverity.Warning)];
    }

    private static ImmutableDictionary<string, ReportDiagnostic> ReadRules()
    {
        var path = Path.Combine(s_folder, "build/config/analysislevel_10_all.globalconfig");
        var set = AnalyzerConfigSet.Create(
            new[] { AnalyzerConfig.Parse(File.ReadAllText(path), path) }, out var problems);
        Assert.Empty(problems);
        Assert.NotEmpty(set.GlobalConfigOptions.TreeOptions);
        return set.GlobalConfigOptions.TreeOptions;
    }
}
