using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedWebhookAlerts.Generators.Analyzers.Formats;
using TypedWebhookAlerts.Generators.Parsing;

namespace TypedWebhookAlerts.Generators.Analyzers;

/// <summary>TWA1015: an alignment or a precision beyond what the part can show: padding without a value, or more
/// digits than .NET should be made to write.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class HoleTooWideAnalyzer() : AlertAnalyzer(Rules.HoleTooWide)
{
    protected override IEnumerable<Diagnostic> Check(AlertDeclaration alert)
        => from part in TemplatePart.Of(alert)
           from hole in part.Template.Holes
           from diagnostic in Width(alert, part, hole).Concat(Precision(alert, part, hole))
           select diagnostic;

    private IEnumerable<Diagnostic> Width(AlertDeclaration alert, TemplatePart part, TemplateHole hole)
    {
        var width = Math.Abs(hole.Alignment);
        if (width > part.Limit)
        {
            var place = AttributeLocations.OfAlignment(alert, part.Argument, hole);
            yield return Report(place, string.Join(".", hole.Path), "a width", width, part.Limit, part.Name);
        }
    }

    private IEnumerable<Diagnostic> Precision(AlertDeclaration alert, TemplatePart part, TemplateHole hole)
    {
        // A letter and two digits name none that no part could show.
        if (hole.Format is { Length: > 3 } format
            && HoleResolver.Resolve(alert, hole).Type is { } type
            && FormatGrammar.LeastDigits(type, format) is var digits
            && digits > part.Limit)
        {
            var place = AttributeLocations.OfFormat(alert, part.Argument, hole);
            yield return Report(place, string.Join(".", hole.Path), "a precision", digits, part.Limit, part.Name);
        }
    }
}
