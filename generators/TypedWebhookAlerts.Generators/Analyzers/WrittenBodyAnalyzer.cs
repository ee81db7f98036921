using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedWebhookAlerts.Generators.Parsing;

namespace TypedWebhookAlerts.Generators.Analyzers;

/// <summary>TWA1006: a body where the generated one belongs. Without a body and without <c>partial</c> the compiler
/// speaks (CS0501).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class WrittenBodyAnalyzer() : AlertAnalyzer(Rules.WrittenBody)
{
    protected override IEnumerable<Diagnostic> Check(AlertDeclaration alert)
    {
        if (alert is { HasBody: true, IsPlaceSupported: true })
        {
            yield return Report(alert.Syntax.Identifier.GetLocation(), alert.Method.Name);
        }
    }
}
