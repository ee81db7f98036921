using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedWebhookAlerts.Generators.Model;
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

    /// <summary>Why an alert shows nothing, or null where it shows something.</summary>
    public static string? Reason(AlertDeclaration alert)
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

        if (!ShownText.IsBlank(alert.DeclaredTemplate)
            || !ShownText.IsBlank(alert.Named<string>("Title") ?? string.Empty))
        {
            return null;
        }

        // A value that cannot be captured is an error of its own, and a field once it is mended.
        var (_, look) = LookReader.Read(alert);
        return look is { Fields.Count: 0, Exceptions.Count: 0 }
            && alert.Values.All(parameter => alert.TypeOf(parameter).Kind != ValueKind.Unsupported)
            ? $"its template is {(alert.DeclaredTemplate.Length == 0 ? "empty" : "blank")} and nothing else is shown"
            : null;
    }
}
