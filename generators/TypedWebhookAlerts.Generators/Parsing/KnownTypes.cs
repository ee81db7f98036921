using Microsoft.CodeAnalysis;
using TypedWebhookAlerts.Generators.Model;

namespace TypedWebhookAlerts.Generators.Parsing;

/// <summary>The library's types by their names, and how symbols are compared with them.</summary>
internal static class KnownTypes
{
    public const string WebhookAlertAttribute = "TypedWebhookAlerts.WebhookAlertAttribute";
    public const string AlertPipeline = "TypedWebhookAlerts.AlertPipeline";

    /// <summary>What is called by a short name in the namespace of descriptors, and the catalog in it: no descriptor
    /// may hide them.</summary>
    public static readonly string[] ShortNames =
    [
        "AlertCatalog", "AlertClassification", "AlertDescriptor", "AlertFormatter", "AlertParameter",
        "AlertParameterRole", "AlertReader", "EnumNames", "LogLevel",
    ];

    private const string AlertReceipt = "TypedWebhookAlerts.AlertReceipt";
    private const string AlertIncident = "TypedWebhookAlerts.AlertIncident";
    private const string AlertFieldAttribute = "TypedWebhookAlerts.AlertFieldAttribute";
    private const string AlertKeyAttribute = "TypedWebhookAlerts.AlertKeyAttribute";
    private const string AlertListAttribute = "TypedWebhookAlerts.AlertListAttribute";
    private const string UserIdAttribute = "TypedWebhookAlerts.UserIdAttribute";
    private const string SecretAttribute = "TypedWebhookAlerts.SecretAttribute";
    private const string DataClassificationAttribute =
        "Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute";

    public static bool IsPipeline(ITypeSymbol type) => Is(type, AlertPipeline);

    public static AttributeData? FieldAttribute(IParameterSymbol parameter) => Find(parameter, AlertFieldAttribute);

    public static bool IsKey(IParameterSymbol parameter) => Find(parameter, AlertKeyAttribute) is not null;

    /// <summary>How many items of a collection are shown, or 0 where the parameter does not say.</summary>
    public static int MaxItems(IParameterSymbol parameter)
        => Find(parameter, AlertListAttribute)?.NamedArguments
            .FirstOrDefault(argument => argument.Key == "MaxItems").Value.Value as int? ?? 0;

    /// <summary>What an alert of a return type answers, or null where it cannot.</summary>
    public static AlertAnswer? AnswerOf(ITypeSymbol type)
        => type.SpecialType switch
        {
            SpecialType.System_Void => AlertAnswer.None,
            SpecialType.System_Boolean => AlertAnswer.Accepted,
            _ when Is(type, AlertReceipt) => AlertAnswer.Receipt,
            _ when Is(type, AlertIncident) => AlertAnswer.Incident,
            _ => null,
        };

    public static bool IsUserId(IParameterSymbol parameter) => Find(parameter, UserIdAttribute) is not null;

    /// <summary>Whether an attribute says that a value is never captured.</summary>
    public static bool IsSecret(INamedTypeSymbol attribute) => Is(attribute, SecretAttribute);

    /// <summary>Whether an attribute says by which redactor a value is shown.</summary>
    public static bool IsClassification(INamedTypeSymbol attribute)
        => IsOrDerivesFrom(attribute, DataClassificationAttribute);

    public static AttributeData? Find(ISymbol symbol, string attribute)
    {
        foreach (var data in symbol.GetAttributes())
        {
            if (data.AttributeClass is { } type && Is(type, attribute))
            {
                return data;
            }
        }

        return null;
    }

    /// <summary>Whether a type has a full name and so many type parameters. Compared part by part: this is asked of
    /// every parameter at every keystroke, and writing names out would be most of the work.</summary>
    public static bool Is(ITypeSymbol type, string fullName, int arity = 0)
    {
        if (type is INamedTypeSymbol named && named.Arity != arity)
        {
            return false;
        }

        var end = fullName.Length;
        for (ISymbol? part = type;
            part is not (null or INamespaceSymbol { IsGlobalNamespace: true });
            part = Outer(part))
        {
            var start = end - part.Name.Length;
            if (start < 0
                || string.CompareOrdinal(fullName, start, part.Name, 0, part.Name.Length) != 0
                || (start > 0 && fullName[start - 1] != '.'))
            {
                return false;
            }

            end = start - 1;
        }

        return end < 0;
    }

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

    private static ISymbol? Outer(ISymbol symbol) => symbol.ContainingType ?? (ISymbol?)symbol.ContainingNamespace;
}
