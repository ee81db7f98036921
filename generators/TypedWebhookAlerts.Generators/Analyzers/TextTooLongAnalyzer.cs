using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedWebhookAlerts.Generators.Parsing;

namespace TypedWebhookAlerts.Generators.Analyzers;

/// <summary>TWA1010: a part whose own words are more than Discord shows of it, or leave no room for its values.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class TextTooLongAnalyzer() : AlertAnalyzer(Rules.TextTooLong)
{
    protected override IEnumerable<Diagnostic> Check(AlertDeclaration alert)
        => Templates(alert).Concat(Fields(alert));

    private IEnumerable<Diagnostic> Templates(AlertDeclaration alert)
    {
        foreach (var part in TemplatePart.Of(alert))
        {
            if (Measure(part) is { } text)
            {
                var (start, length) = text.Beyond(part.Limit);
                yield return Report(
                    AttributeLocations.InTemplate(alert, part.Argument, start, length),
                    part.Name,
                    text.CodePoints - text.Holes,
                    Room(text.Holes),
                    part.Limit);
            }
        }
    }

    private IEnumerable<Diagnostic> Fields(AlertDeclaration alert)
        => alert.Values.Any(MayBeTooLong)
            ? from field in FieldNames.Read(alert)
              let text = ShownText.Of(field.Name)
              where text.CodePoints > EmbedLimits.FieldName
              select Report(
                  PlaceOf(alert, field.Parameter, text),
                  "field name",
                  text.CodePoints,
                  string.Empty,
                  EmbedLimits.FieldName)
            : [];

    // A parameter's name in words is longer than itself, but less than twice as long.
    private static bool MayBeTooLong(IParameterSymbol parameter)
        => parameter.Name.Length > EmbedLimits.FieldName / 2
            || FieldNames.Declared(parameter)?.Length > EmbedLimits.FieldName;

    private static Location PlaceOf(AlertDeclaration alert, IParameterSymbol parameter, ShownText text)
    {
        if (string.IsNullOrWhiteSpace(FieldNames.Declared(parameter)))
        {
            return AttributeLocations.Parameter(alert, parameter);
        }

        var (start, length) = text.Beyond(EmbedLimits.FieldName);
        return AttributeLocations.InText(KnownTypes.FieldAttribute(parameter)!, "name", start, length);
    }

    // No text is more code points than characters, so most need not be counted.
    private static ShownText? Measure(TemplatePart part)
        => part.Text.Length > part.Limit
            && ShownText.Of(part.Text, part.Template) is { } text
            && text.CodePoints > part.Limit
                ? text
                : null;

    private static string Room(int holes)
        => holes switch
        {
            0 => string.Empty,
            1 => ", and its hole needs one at least",
            _ => $", and its {holes} holes need one each at least",
        };
}
