using Microsoft.CodeAnalysis;

namespace TypedWebhookAlerts.Generators.Parsing;

/// <summary>Knows collections: what is shown item by item, and how it is handed over for that.</summary>
internal static class CollectionTypes
{
    /// <summary>Whether a type is a collection that has no text of its own.</summary>
    public static bool IsList(ITypeSymbol type)
        => IsSpan(type)
            || (type.SpecialType != SpecialType.System_String
                && FormattableTypes.Implements(type, IsEnumerable)
                && !FormattableTypes.HasOwnText(type));

    public static bool IsSpan(ITypeSymbol type)
        => type is INamedTypeSymbol { Name: "ReadOnlySpan" or "Span", IsValueType: true, TypeArguments.Length: 1 }
            && IsIn(type, "System");

    /// <summary>Whether each item can be passed on as a type argument.</summary>
    public static bool HasUsableItems(ITypeSymbol type)
        => Items(type).All(item => item is not { IsRefLikeType: true }
            and not { TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer }
            and not ITypeParameterSymbol { AllowsRefLikeType: true });

    /// <summary>The types of a collection's items, as each of its interfaces tells it; none where they are untyped.
    /// </summary>
    public static IEnumerable<ITypeSymbol> Items(ITypeSymbol type)
        => type switch
        {
            IArrayTypeSymbol array => [array.ElementType],
            INamedTypeSymbol span when IsSpan(span) => span.TypeArguments,
            _ => FormattableTypes.Interfaces(type).Where(IsTypedEnumerable).Select(face => face.TypeArguments[0]),
        };

    /// <summary>
    /// How a collection is handed over, so that one overload fits best whatever the compiler's version, and none
    /// allocates where the type allows it.
    /// </summary>
    /// <param name="type">The static type of the expression.</param>
    /// <param name="isLifted">Whether the expression may be null because something on the way to it may be.</param>
    /// <returns>A conversion with <c>{0}</c> in place of the expression, or null where it fits as it is.</returns>
    public static string? Conversion(ITypeSymbol type, bool isLifted)
    {
        var isNullable = ValueTypes.IsNullableValue(type, out var underlying) || (isLifted && type.IsValueType);
        if (IsSpan(type))
        {
            // Before C# 14 nothing is inferred from the one that can be written to.
            return type.Name == "Span" ? $"(global::System.ReadOnlySpan<{ItemName(type)}>){{0}}" : null;
        }

        if (!isNullable)
        {
            return IsImmutableArray(type) ? "{0}.AsSpan()"
                : IsArraySegment(type) ? $"(global::System.ReadOnlySpan<{ItemName(type)}>){{0}}"
                : null;
        }

        // From a nullable struct the compiler infers no type of items.
        return Items(underlying).ToArray() is [{ } item]
            ? $"(global::System.Collections.Generic.IEnumerable<{SourceNames.Of(item)}>?){{0}}"
            : null;
    }

    private static string ItemName(ITypeSymbol span) => SourceNames.Of(((INamedTypeSymbol)span).TypeArguments[0]);

    private static bool IsTypedEnumerable(INamedTypeSymbol face)
        => face.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T;

    private static bool IsEnumerable(INamedTypeSymbol face)
        => face.SpecialType == SpecialType.System_Collections_IEnumerable;

    private static bool IsImmutableArray(ITypeSymbol type)
        => type is INamedTypeSymbol { Name: "ImmutableArray", IsValueType: true, TypeArguments.Length: 1 }
            && IsIn(type, "System.Collections.Immutable");

    private static bool IsArraySegment(ITypeSymbol type)
        => type is INamedTypeSymbol { Name: "ArraySegment", IsValueType: true, TypeArguments.Length: 1 }
            && IsIn(type, "System");

    private static bool IsIn(ITypeSymbol type, string space)
        => KnownTypes.Is(type, $"{space}.{type.Name}", arity: 1);
}
