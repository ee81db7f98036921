using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedWebhookAlerts.Generators.Parsing;

namespace TypedWebhookAlerts.Generators.Analyzers;

/// <summary>TWA1001: braces that <see cref="string.Format(string, object[])"/> would refuse.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class MalformedTemplateAnalyzer() : AlertAnalyzer(Rules.MalformedTemplate)
{
    protected override IEnumerable<Diagnostic> Check(AlertDeclaration alert)
        => alert.Templates
            .Where(entry => entry.Template.Problem is not null)
            .Select(entry => Report(
                AttributeLocations.InTemplate(
                    alert, entry.Argument, entry.Template.Problem!.Start, entry.Template.Problem.Length),
                entry.Argument,
                entry.Template.Problem.Message));
}
