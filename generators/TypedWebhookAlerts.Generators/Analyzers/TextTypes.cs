using Microsoft.CodeAnalysis;
using TypedWebhookAlerts.Generators.Parsing;

namespace TypedWebhookAlerts.Generators.Analyzers;

/// <summary>Tells whether a value is shown by a text that can hold a secret. What a type writes of itself by code of
/// its own is its own affair.</summary>
internal static class TextTypes
{
    // What they hold is what they write. A Guid is one of them: many an API's key is no more than that.
    private static readonly string[] s_holders =
    [
        "System.Data.Common.DbConnectionStringBuilder", "System.FormattableString", "System.Guid", "System.Net.Cookie",
        "System.Net.Http.Headers.AuthenticationHeaderValue", "System.Text.StringBuilder", "System.Uri",
    ];

    /// <summary>Whether a value of a type is a text, or is shown by one: of its items, of its parts, or of what a
    /// record writes.</summary>
    public static bool CarriesText(ITypeSymbol type)
        => IsText(type) || new ShownParts(type).All.Any(PartCarriesText);

    private static bool PartCarriesText(ISymbol part)
        => part switch
        {
            ITypeSymbol type => IsText(type) || ItemsOf(type).Any(item => IsText(item) || IsUnit(item)),
            IPropertySymbol property => IsText(property.Type),
            IFieldSymbol field => IsText(field.Type),
            _ => false,
        };

    private static bool IsText(ITypeSymbol type)
        => type is { SpecialType: SpecialType.System_String or SpecialType.System_Object }
                or { TypeKind: TypeKind.Dynamic }
                or ITypeParameterSymbol { HasValueTypeConstraint: false, ConstraintTypes.IsEmpty: true }
            || s_holders.Any(holder => KnownTypes.IsOrDerivesFrom(type, holder));

    // One of them says little, many are a text or the bytes of a key.
    private static bool IsUnit(ITypeSymbol item)
        => item.SpecialType is SpecialType.System_Char or SpecialType.System_Byte;

    private static IEnumerable<ITypeSymbol> ItemsOf(ITypeSymbol type)
        => type switch
        {
            INamedTypeSymbol { IsTupleType: true } tuple => tuple.TypeArguments,
            INamedTypeSymbol { Name: "KeyValuePair", TypeArguments: [_, var value] } => [value],
            INamedTypeSymbol { Name: "Memory" or "ReadOnlyMemory", TypeArguments: [var item] }
                when item.SpecialType == SpecialType.System_Char => [item],
            _ => CollectionTypes.Items(type),
        };
}
