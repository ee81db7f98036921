using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedWebhookAlerts.Generators.Model;
using TypedWebhookAlerts.Generators.Parsing;

namespace TypedWebhookAlerts.Generators.Analyzers;

/// <summary>TWA1018: what is declared and changes nothing.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class NoEffectAnalyzer() : AlertAnalyzer(Rules.NoEffect)
{
    protected override IEnumerable<Diagnostic> Check(AlertDeclaration alert)
        => OnPipelines(alert)
            .Concat(alert.Values.SelectMany(parameter => OnValue(alert, parameter)))
            .Concat(BlankParts(alert))
            .Concat(OpenAfter(alert));

    private IEnumerable<Diagnostic> OnPipelines(AlertDeclaration alert)
        => from parameter in alert.Method.Parameters
           where KnownTypes.IsPipeline(parameter.Type)
           from attribute in ParameterAttributes.All(parameter)
           select Report(attribute, $"'{parameter.Name}' is the pipeline that takes the alert, and no value of it");

    private IEnumerable<Diagnostic> OnValue(AlertDeclaration alert, IParameterSymbol parameter)
    {
        if (ParameterAttributes.UserId(parameter) is { } userId && Hidden(alert.TypeOf(parameter)) is { } reason)
        {
            yield return Report(userId, $"'{parameter.Name}' is {reason}");
        }

        if (ParameterAttributes.List(parameter) is { } list && IsOneValue(alert.TypeOf(parameter).Kind))
        {
            yield return Report(list, $"'{parameter.Name}' is no collection");
        }

        if (FieldNames.Declared(parameter) is { } name && ShownText.IsBlank(name))
        {
            yield return Report(
                AttributeLocations.Argument(KnownTypes.FieldAttribute(parameter)!, "name"),
                "The field's name",
                "it is blank; leave it out to show the parameter's name in words");
        }
    }

    // A blank alert is an error of its own.
    private IEnumerable<Diagnostic> BlankParts(AlertDeclaration alert)
        => from part in TemplatePart.Of(alert)
           where ShownText.IsBlank(part.Text) && NothingToShowAnalyzer.Reason(alert) is null
           select Report(
               AttributeLocations.Argument(alert, part.Argument), $"The {part.Name}", "it is blank and not shown");

    private IEnumerable<Diagnostic> OpenAfter(AlertDeclaration alert)
    {
        if (alert.Named("OpenAfterSeconds", unset: -1) != -1
            && alert.ReturnsSupported
            && KnownTypes.AnswerOf(alert.Method.ReturnType) != AlertAnswer.Incident)
        {
            yield return Report(
                AttributeLocations.Argument(alert, "OpenAfterSeconds"),
                "OpenAfterSeconds",
                $"'{alert.Method.Name}' returns no AlertIncident, which alone can be over before it is shown");
        }
    }

    private Diagnostic Report(AttributeData attribute, string reason)
        => Report(AttributeLocations.Whole(attribute), ParameterAttributes.Display(attribute), reason);

    private static string? Hidden(CapturedType type)
        => type.Kind == ValueKind.Secret ? "never captured"
            : type.IsClassified ? "classified: its redactor decides what is shown"
            : null;

    private static bool IsOneValue(ValueKind kind)
        => kind is ValueKind.Text or ValueKind.Span or ValueKind.Number or ValueKind.Bool or ValueKind.Char
            or ValueKind.Enum or ValueKind.UserId or ValueKind.Uri or ValueKind.Exception or ValueKind.Secret;
}
