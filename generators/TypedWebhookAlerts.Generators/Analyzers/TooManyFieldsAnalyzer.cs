using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedWebhookAlerts.Generators.Parsing;

namespace TypedWebhookAlerts.Generators.Analyzers;

/// <summary>TWA1012: more fields than an embed holds. The first that is not shown is pointed at.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class TooManyFieldsAnalyzer() : AlertAnalyzer(Rules.TooManyFields)
{
    protected override IEnumerable<Diagnostic> Check(AlertDeclaration alert)
    {
        if (alert.Values.Count > EmbedLimits.Fields
            && FieldNames.Read(alert) is { Count: > EmbedLimits.Fields } fields)
        {
            yield return Report(
                AttributeLocations.Parameter(alert, fields[EmbedLimits.Fields].Parameter),
                alert.Method.Name,
                fields.Count,
                EmbedLimits.Fields);
        }
    }
}
