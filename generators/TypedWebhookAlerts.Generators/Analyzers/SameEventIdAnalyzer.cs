using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedWebhookAlerts.Generators.Parsing;

namespace TypedWebhookAlerts.Generators.Analyzers;

/// <summary>TWA1019: a declared event id that an alert above in the same type has already.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class SameEventIdAnalyzer() : AlertAnalyzer(Rules.SameEventId)
{
    protected override IEnumerable<Diagnostic> Check(AlertDeclaration alert)
    {
        var eventId = alert.Named<int>("EventId");
        if (eventId != 0 && Above(alert, eventId) is { } other)
        {
            yield return Report(
                AttributeLocations.Argument(alert, "EventId"), alert.Method.Name, eventId, other.Name);
        }
    }

    private static IMethodSymbol? Above(AlertDeclaration alert, int eventId)
        => alert.Method.ContainingType.GetMembers()
            .OfType<IMethodSymbol>()
            .FirstOrDefault(method => KnownTypes.Find(method, KnownTypes.WebhookAlertAttribute) is { } attribute
                && IsAbove(attribute.ApplicationSyntaxReference, alert.Attribute.ApplicationSyntaxReference!)
                && attribute.NamedArguments.Any(argument
                    => argument.Key == "EventId" && argument.Value.Value is int id && id == eventId));

    private static bool IsAbove(SyntaxReference? one, SyntaxReference other)
        => one is not null && Compare(one, other) < 0;

    // Of several files, the one whose name comes first.
    private static int Compare(SyntaxReference one, SyntaxReference other)
        => one.SyntaxTree == other.SyntaxTree
            ? one.Span.Start - other.Span.Start
            : string.CompareOrdinal(one.SyntaxTree.FilePath, other.SyntaxTree.FilePath);
}
