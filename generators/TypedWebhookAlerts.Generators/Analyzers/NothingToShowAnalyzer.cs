using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedWebhookAlerts.Generators.Parsing;

namespace TypedWebhookAlerts.Generators.Analyzers;

/// <summary>TWA1009: an alert without a word, which Discord would refuse.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class NothingToShowAnalyzer() : AlertAnalyzer(Rules.NothingToShow)
{
    protected override IEnumerable<Diagnostic> Check(AlertDeclaration alert)
    {
        if (Reason(alert) is { } reason)
        {
            yield return Report(AttributeLocations.Argument(alert, "template"), alert.Method.Name, reason);
        }
    }

    private static string? Reason(AlertDeclaration alert)
    {
        // A template that is no constant is the compiler's to speak of (CS0182).
        if (alert.Attribute.ConstructorArguments is not [_, { Kind: not TypedConstantKind.Error }, ..])
        {
            return null;
        }

        if (alert.DeclaredTemplate is null)
        {
            return "its template is null";
        }

        var (_, look) = LookReader.Read(alert);
        return look is { Title.Count: 0, Description.Count: 0, Fields.Count: 0, Exceptions.Count: 0 }
            ? "its template is empty and nothing else is shown"
            : null;
    }
}
