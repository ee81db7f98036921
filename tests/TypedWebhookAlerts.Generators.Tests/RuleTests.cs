using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedWebhookAlerts.Generators.Analyzers;

namespace TypedWebhookAlerts.Generators.Tests;

/// <summary>What holds of every rule, those that are still to come included.</summary>
public sealed class RuleTests
{
    private static readonly DiagnosticAnalyzer[] s_analyzers =
    [
        .. typeof(AlertAnalyzer).Assembly.GetTypes()
            .Where(type => typeof(DiagnosticAnalyzer).IsAssignableFrom(type) && !type.IsAbstract)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    private static readonly DiagnosticDescriptor[] s_rules =
    [
        .. typeof(Rules).GetFields().Select(field => (DiagnosticDescriptor)field.GetValue(null)!),
    ];

    [Fact]
    public void EveryRuleHasOneAnalyzerAndEveryAnalyzerOneRule()
        => Assert.Equal(
            s_rules.Select(rule => rule.Id).Order(),
            s_analyzers.Select(analyzer => Assert.Single(analyzer.SupportedDiagnostics).Id).Order());

    [Fact]
    public void EveryRuleHasAPageThatItsLinkLeadsTo()
        => Assert.All(s_rules, rule =>
        {
            Assert.EndsWith($"/docs/rules/{rule.Id}.md", rule.HelpLinkUri, StringComparison.Ordinal);
            var page = Path.Combine(Repository(), "docs", "rules", $"{rule.Id}.md");
            Assert.StartsWith($"# {rule.Id}: {rule.Title}\n", File.ReadAllText(page), StringComparison.Ordinal);
        });

    [Fact]
    public void EveryRuleIsInTheReleaseNotes()
    {
        var folder = Path.Combine(Repository(), "generators", "TypedWebhookAlerts.Generators", "Analyzers");
        var notes = Directory.GetFiles(folder, "AnalyzerReleases.*.md").SelectMany(File.ReadAllLines).ToArray();

        Assert.All(s_analyzers, analyzer =>
        {
            var rule = analyzer.SupportedDiagnostics[0];
            Assert.Contains(
                $"{rule.Id} | {rule.Category} | {rule.DefaultSeverity} | {analyzer.GetType().Name}", notes);
        });
    }

    private static string Repository([CallerFilePath] string path = "")
        => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", ".."));
}
