using Microsoft.CodeAnalysis;
using TypedWebhookAlerts.Generators.Parsing;

namespace TypedWebhookAlerts.Generators.Analyzers;

/// <summary>The library's attributes on parameters.</summary>
internal static class ParameterAttributes
{
    private const string Namespace = "TypedWebhookAlerts";

    public static AttributeData? Key(IParameterSymbol parameter) => Find(parameter, "AlertKeyAttribute");

    public static AttributeData? List(IParameterSymbol parameter) => Find(parameter, "AlertListAttribute");

    public static AttributeData? UserId(IParameterSymbol parameter) => Find(parameter, "UserIdAttribute");

    public static IEnumerable<AttributeData> All(IParameterSymbol parameter)
        => parameter.GetAttributes().Where(attribute
            => attribute.AttributeClass is { ContainingType: null, ContainingNamespace: { Name: Namespace } space }
                && space.ContainingNamespace.IsGlobalNamespace);

    /// <summary>An attribute as it is written: <c>[AlertKey]</c>.</summary>
    public static string Display(AttributeData attribute)
        => $"[{attribute.AttributeClass!.Name.Replace("Attribute", string.Empty)}]";

    private static AttributeData? Find(IParameterSymbol parameter, string name)
        => KnownTypes.Find(parameter, $"{Namespace}.{name}");
}
