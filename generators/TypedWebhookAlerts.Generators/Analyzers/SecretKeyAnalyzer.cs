using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedWebhookAlerts.Generators.Parsing;

namespace TypedWebhookAlerts.Generators.Analyzers;

/// <summary>TWA1017: <c>[AlertKey]</c> on what is never captured. All calls would be taken for repeats of the first.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class SecretKeyAnalyzer() : AlertAnalyzer(Rules.SecretKey)
{
    protected override IEnumerable<Diagnostic> Check(AlertDeclaration alert)
        => from parameter in alert.Values
           let key = ParameterAttributes.Key(parameter)
           where key is not null && KnownTypes.IsSecret(parameter)
           select Report(AttributeLocations.Whole(key), parameter.Name);
}
