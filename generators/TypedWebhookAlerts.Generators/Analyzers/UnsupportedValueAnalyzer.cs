using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedWebhookAlerts.Generators.Model;
using TypedWebhookAlerts.Generators.Parsing;

namespace TypedWebhookAlerts.Generators.Analyzers;

/// <summary>TWA1004: a parameter, or what a dotted hole reads, that cannot be copied out of the call.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class UnsupportedValueAnalyzer() : AlertAnalyzer(Rules.UnsupportedValue)
{
    protected override IEnumerable<Diagnostic> Check(AlertDeclaration alert)
        => Parameters(alert).Concat(Holes(alert));

    private IEnumerable<Diagnostic> Parameters(AlertDeclaration alert)
        => from parameter in alert.Method.Parameters
           where IsWrong(alert, parameter)
           select Report(
               AttributeLocations.Parameter(alert, parameter),
               parameter.Name,
               parameter.RefKind is RefKind.Ref or RefKind.Out
                   ? "an alert only reads, so nothing can be passed by ref or out"
                   : $"a '{Display(parameter.Type)}' does not outlive the call; pass what should be shown of it");

    // What a hole reads of a wrong parameter needs no second error.
    private IEnumerable<Diagnostic> Holes(AlertDeclaration alert)
        => from entry in alert.Templates
           from hole in entry.Template.Holes
           where hole.Path.Count > 1
           let resolved = HoleResolver.Resolve(alert, hole)
           where resolved.Type?.Kind == ValueKind.Unsupported && !IsWrong(alert, resolved.Parameter!)
           select Report(
               AttributeLocations.InTemplate(alert, entry.Argument, hole.Start, hole.Text.Length),
               string.Join(".", hole.Path),
               "its type does not outlive the call, or may be either a class or a struct");

    private static bool IsWrong(AlertDeclaration alert, IParameterSymbol parameter)
        => parameter.Type.TypeKind != TypeKind.Error
            && (parameter.RefKind is RefKind.Ref or RefKind.Out
                || (!KnownTypes.IsPipeline(parameter.Type)
                    && alert.TypeOf(parameter).Kind == ValueKind.Unsupported));

    private static string Display(ITypeSymbol type)
        => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}
