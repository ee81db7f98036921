using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedWebhookAlerts.Generators.Parsing;

namespace TypedWebhookAlerts.Generators.Analyzers;

/// <summary>TWA1005: a step of a dotted hole that can be read from nothing.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class UnknownMemberAnalyzer() : AlertAnalyzer(Rules.UnknownMember)
{
    protected override IEnumerable<Diagnostic> Check(AlertDeclaration alert)
    {
        foreach (var (argument, template) in alert.Templates)
        {
            foreach (var hole in template.Holes)
            {
                // The compiler speaks of a type that it does not know.
                if (HoleResolver.Resolve(alert, hole) is { FailedOn: { TypeKind: not TypeKind.Error } type } failed)
                {
                    var name = hole.Path[failed.FailedAt];
                    yield return Report(
                        AttributeLocations.OfName(alert, argument, hole, failed.FailedAt),
                        type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
                        name,
                        NearestName.Hint(name, MemberLookup.All(alert, type).Select(member => member.Name)));
                }
            }
        }
    }
}
