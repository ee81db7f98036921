using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedWebhookAlerts.Generators.Parsing;

namespace TypedWebhookAlerts.Generators.Analyzers;

/// <summary>TWA1008: <c>[UserId]</c> on what can be no id of Discord's.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class UserIdTypeAnalyzer() : AlertAnalyzer(Rules.UserIdType)
{
    protected override IEnumerable<Diagnostic> Check(AlertDeclaration alert)
        => from parameter in alert.Method.Parameters
           where KnownTypes.IsUserId(parameter)
               && parameter.Type.TypeKind != TypeKind.Error
               && !ValueTypes.IsId(parameter.Type)
           select Report(
               AttributeLocations.Parameter(alert, parameter),
               parameter.Name,
               parameter.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
}
