using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedWebhookAlerts.Generators.Parsing;

namespace TypedWebhookAlerts.Generators.Analyzers;

/// <summary>TWA1003: an answer that an alert cannot give.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ReturnTypeAnalyzer() : AlertAnalyzer(Rules.ReturnType)
{
    protected override IEnumerable<Diagnostic> Check(AlertDeclaration alert)
    {
        if (!alert.ReturnsSupported && alert.Method.ReturnType.TypeKind != TypeKind.Error)
        {
            yield return Report(
                alert.Syntax.ReturnType.GetLocation(), alert.Method.Name, alert.Syntax.ReturnType.ToString());
        }
    }
}
