using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedWebhookAlerts.Generators.Parsing;

namespace TypedWebhookAlerts.Generators.Analyzers;

/// <summary>TWA1011: an alert whose own words are more than one embed holds, though each part is within its limit.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class AlertTooLongAnalyzer() : AlertAnalyzer(Rules.AlertTooLong)
{
    protected override IEnumerable<Diagnostic> Check(AlertDeclaration alert)
    {
        if (!MayBeTooLong(alert))
        {
            yield break;
        }

        var templates = TemplatePart.Of(alert)
            .Select(part => (ShownText.Of(part.Text, part.Template).CodePoints, part.Limit))
            .ToArray();
        var names = FieldNames.Read(alert)
            .Take(EmbedLimits.Fields)
            .Select(field => (ShownText.Of(field.Name).CodePoints, Limit: EmbedLimits.FieldName))
            .ToArray();

        // One code point is the least that the value of a field can be.
        var sum = templates.Concat(names).Sum(part => part.CodePoints) + names.Length;

        // Of a part that is too long by itself, TWA1010 speaks.
        if (sum > EmbedLimits.Total && templates.Concat(names).All(part => part.CodePoints <= part.Limit))
        {
            yield return Report(alert.Syntax.Identifier.GetLocation(), alert.Method.Name, sum, EmbedLimits.Total);
        }
    }

    // No text is more code points than characters; a parameter's name in words is less than twice as long as itself.
    private static bool MayBeTooLong(AlertDeclaration alert)
        => TemplatePart.Of(alert).Sum(part => part.Text.Length)
            + alert.Values.Sum(parameter => 1 + Math.Max(
                2 * parameter.Name.Length, FieldNames.Declared(parameter)?.Length ?? 0))
            > EmbedLimits.Total;
}
