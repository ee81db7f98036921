using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedWebhookAlerts.Generators.Parsing;

namespace TypedWebhookAlerts.Generators.Analyzers;

/// <summary>TWA1020: a classification that generated code cannot repeat, so that its redactor is never asked.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class OutOfReachAnalyzer() : AlertAnalyzer(Rules.OutOfReach)
{
    protected override IEnumerable<Diagnostic> Check(AlertDeclaration alert)
    {
        var reader = new LookReader(alert);
        reader.Read();
        return from attribute in reader.Sensitivities.SelectMany(sensitivity => sensitivity.OutOfReach)
               where !attribute.ConstructorArguments.Any(argument => argument.Kind == TypedConstantKind.Error)
               group attribute by Place(alert, attribute) into found
               select Report(found.Key, ParameterAttributes.Display(found.First()));
    }

    // What is read may be declared elsewhere, and then it is this alert that reads it.
    private static Location Place(AlertDeclaration alert, AttributeData attribute)
        => attribute.ApplicationSyntaxReference is { } place
            && place.SyntaxTree == alert.Syntax.SyntaxTree
            && alert.Syntax.Span.Contains(place.Span)
            ? AttributeLocations.Whole(attribute)
            : alert.Syntax.Identifier.GetLocation();
}
