using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedWebhookAlerts.Generators.Model;
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
           where key is not null && IsNeverCaptured(alert, parameter)
           select Report(AttributeLocations.Whole(key), parameter.Name);

    // Of one that holds a secret, what is read beside that is captured.
    private static bool IsNeverCaptured(AlertDeclaration alert, IParameterSymbol parameter)
        => alert.TypeOf(parameter).Kind == ValueKind.Secret
            && !alert.Templates
                .SelectMany(entry => entry.Template.Holes)
                .Select(hole => HoleResolver.Resolve(alert, hole))
                .Any(hole => SymbolEqualityComparer.Default.Equals(hole.Parameter, parameter)
                    && hole.Type is { Kind: not (ValueKind.Secret or ValueKind.Unsupported) });
}
