using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedWebhookAlerts.Generators.Analyzers;
using TypedWebhookAlerts.Generators.Tests.Harness;

namespace TypedWebhookAlerts.Generators.Tests;

/// <summary>What holds of every rule, those that are still to come included.</summary>
public sealed partial class RuleTests
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
            Assert.StartsWith($"# {rule.Id}: {rule.Title}\n", Page(rule.Id), StringComparison.Ordinal);
        });

    [Fact]
    public void EveryPageSaysWhyWhatToChangeAndWhatIsNotFlagged()
        => Assert.All(s_rules, rule =>
        {
            var page = Page(rule.Id);
            var severity = rule.DefaultSeverity == DiagnosticSeverity.Error ? "error" : "warning";

            Assert.Contains($"\nSeverity: {severity}.\n", page, StringComparison.Ordinal);
            Assert.Equal(
                ["## Why", "## Wrong", "## Right", "## What to change", "## Deliberately not flagged"],
                page.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)));
        });

    // What a page shows as wrong or right must be so: examples age.
    [Theory]
    [MemberData(nameof(Pages))]
    public async Task EveryPagesExamplesAreWhatTheySay(string id)
    {
        var wrong = await AnalyzerVerifier.MessagesAsync(Example(id, "Wrong"));
        var right = await AnalyzerVerifier.MessagesAsync(Example(id, "Right"));

        Assert.NotEmpty(wrong);
        Assert.All(wrong, message => Assert.StartsWith($"{id}: ", message, StringComparison.Ordinal));
        Assert.Empty(right);
    }

    public static TheoryData<string> Pages() => [.. s_rules.Select(rule => rule.Id)];

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

    private static string Page(string id)
        => File.ReadAllText(Path.Combine(Repository(), "docs", "rules", $"{id}.md"));

    // The pages leave out what is long: "…300 characters…" and "/* … */" between two numbered parameters.
    private static string Example(string id, string heading)
    {
        var code = Page(id).Split($"## {heading}\n```csharp\n")[1].Split("```")[0];
        code = Words().Replace(code, match => new string('x', int.Parse(
            match.Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture)));
        code = code.Replace(
            "/* … */", string.Join(", ", Enumerable.Range(4, 22).Select(index => $"int a{index}")) + ",",
            StringComparison.Ordinal);
        return $$"""
            using System.Threading.Tasks;
            using Microsoft.Extensions.Compliance.Classification;

            static partial class Examples
            {
                {{code}}
            }

            class Member { public Guild? Guild { get; set; } }
            class Guild { public string? Name { get; set; } }
            """;
    }

    [GeneratedRegex("…([0-9,]+) characters…")]
    private static partial Regex Words();

    private static string Repository([CallerFilePath] string path = "")
        => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", ".."));
}
