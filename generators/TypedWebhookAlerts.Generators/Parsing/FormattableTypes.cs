using Microsoft.CodeAnalysis;

namespace TypedWebhookAlerts.Generators.Parsing;

/// <summary>Knows what a static type says of how its values become text.</summary>
internal static class FormattableTypes
{
    /// <summary>Whether a value writes itself into a span by a constrained call.</summary>
    /// <remarks>An enum only inherits the interface: called through a type parameter it would be boxed all the
    /// same.</remarks>
    public static bool IsSpanFormattable(ITypeSymbol type)
        => Implements(type, face => KnownTypes.Is(face, "System.ISpanFormattable"))
            && !KnownTypes.IsOrDerivesFrom(type, "System.Enum");

    /// <summary>Whether a type formats itself, or it or a base says what its <c>ToString</c> is.</summary>
    public static bool HasOwnText(ITypeSymbol type)
        => Implements(type, face => KnownTypes.Is(face, "System.IFormattable")) || OverridesToString(type);

    /// <summary>Whether a type may be inferred as a type argument: not an interface with a static member that it leaves
    /// to others (CS8920), as the ones of numbers are.</summary>
    public static bool IsTypeArgument(ITypeSymbol type)
        => type.TypeKind != TypeKind.Interface
            || !Interfaces(type).SelectMany(face => face.GetMembers())
                .Any(member => member is { IsStatic: true, IsAbstract: true });

    /// <summary>Whether a type is, implements, or is constrained to an interface.</summary>
    public static bool Implements(ITypeSymbol type, Func<INamedTypeSymbol, bool> isIt) => Interfaces(type).Any(isIt);

    /// <summary>All interfaces of a type; of a type parameter, those of its constraints.</summary>
    public static IEnumerable<INamedTypeSymbol> Interfaces(ITypeSymbol type)
    {
        if (type is ITypeParameterSymbol parameter)
        {
            return parameter.ConstraintTypes
                .SelectMany(Interfaces)
                .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        }

        return type is INamedTypeSymbol { TypeKind: TypeKind.Interface } face
            ? new[] { face }.Concat(face.AllInterfaces)
            : type.AllInterfaces;
    }

    private static bool OverridesToString(ITypeSymbol? type)
    {
        if (type is ITypeParameterSymbol parameter)
        {
            return parameter.ConstraintTypes.Any(OverridesToString);
        }

        for (; type is not null && !IsRoot(type); type = type.BaseType)
        {
            if (type.GetMembers("ToString").Any(member => member is IMethodSymbol { IsOverride: true, Parameters: [] }))
            {
                return true;
            }
        }

        return false;
    }

    // Their own text is no more than the type's name.
    private static bool IsRoot(ITypeSymbol type)
        => type.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType;
}
