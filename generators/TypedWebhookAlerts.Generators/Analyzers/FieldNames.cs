using Microsoft.CodeAnalysis;
using TypedWebhookAlerts.Generators.Parsing;

namespace TypedWebhookAlerts.Generators.Analyzers;

/// <summary>The fields of an alert with the parameters that they show.</summary>
internal static class FieldNames
{
    /// <summary>The name that <c>[AlertField]</c> gives, or null where the parameter's own is taken.</summary>
    public static string? Declared(IParameterSymbol parameter)
        => KnownTypes.FieldAttribute(parameter) is { ConstructorArguments: [{ Value: string name }] } ? name : null;

    /// <summary>Every field in the order shown, and what stands above it.</summary>
    public static IReadOnlyList<(IParameterSymbol Parameter, string Name)> Read(AlertDeclaration alert)
    {
        var (values, look) = LookReader.Read(alert);
        return [.. look.Fields.Select(field
            => (alert.Values.First(parameter => parameter.Name == values[field.Value].Path), field.Name))];
    }
}
