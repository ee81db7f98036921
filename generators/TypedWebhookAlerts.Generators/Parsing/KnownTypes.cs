using Microsoft.CodeAnalysis;

namespace TypedWebhookAlerts.Generators.Parsing;

/// <summary>The library's types by their names, and how symbols are compared with them.</summary>
internal static class KnownTypes
{
    public const string WebhookAlertAttribute = "TypedWebhookAlerts.WebhookAlertAttribute";
    public const string AlertPipeline = "TypedWebhookAlerts.AlertPipeline";

    private const string AlertFieldAttribute = "TypedWebhookAlerts.AlertFieldAttribute";
    private const string AlertKeyAttribute = "TypedWebhookAlerts.AlertKeyAttribute";
    private const string UserIdAttribute = "TypedWebhookAlerts.UserIdAttribute";
    private const string SecretAttribute = "TypedWebhookAlerts.SecretAttribute";

    public static bool IsPipeline(ITypeSymbol type) => Is(type, AlertPipeline);

    public static AttributeData? FieldAttribute(IParameterSymbol parameter) => Find(parameter, AlertFieldAttribute);

    public static bool IsKey(IParameterSymbol parameter) => Find(parameter, AlertKeyAttribute) is not null;

    public static bool IsUserId(IParameterSymbol parameter) => Find(parameter, UserIdAttribute) is not null;

    public static bool IsSecret(IParameterSymbol parameter) => Find(parameter, SecretAttribute) is not null;

    public static AttributeData? Find(ISymbol symbol, string attribute)
        => symbol.GetAttributes().FirstOrDefault(data => data.AttributeClass is { } type && Is(type, attribute));

    public static bool Is(ITypeSymbol type, string fullName)
        => fullName.EndsWith(type.Name, StringComparison.Ordinal)
            && type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat.WithMiscellaneousOptions(
                SymbolDisplayMiscellaneousOptions.None)) == fullName;

    /// <summary>Whether a type is, derives from, or is constrained to a class of the base library.</summary>
    public static bool IsOrDerivesFrom(ITypeSymbol? type, string fullName)
    {
        if (type is ITypeParameterSymbol parameter)
        {
            return parameter.ConstraintTypes.Any(constraint => IsOrDerivesFrom(constraint, fullName));
        }

        for (; type is not null; type = type.BaseType)
        {
            if (Is(type, fullName))
            {
                return true;
            }
        }

        return false;
    }
}
