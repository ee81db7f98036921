using Microsoft.CodeAnalysis;

namespace TypedWebhookAlerts.Generators.Parsing;

/// <summary>Knows where a member's or a type's marks may stand beside itself.</summary>
internal static class SensitiveMembers
{
    /// <summary>What may carry the marks of a parameter or a member: itself; of a property what it overrides or
    /// implements, and the constructor's parameter that it is declared by, as in a record.</summary>
    public static IEnumerable<ISymbol> MarksOf(ISymbol symbol)
    {
        if (symbol is not IPropertySymbol property)
        {
            return [symbol];
        }

        return Overridden(property)
            .Concat(property.ContainingType.AllInterfaces.SelectMany(face => face.GetMembers(property.Name)))
            .SelectMany(member => ParametersOf(member).Prepend(member));
    }

    /// <summary>A type and what it derives from, which classify its values too; a type parameter and its
    /// constraints.</summary>
    public static IEnumerable<ISymbol> Ancestors(ITypeSymbol? type)
    {
        if (type is ITypeParameterSymbol parameter)
        {
            return parameter.ConstraintTypes.SelectMany(Ancestors).Prepend(parameter);
        }

        return BaseTypes(type);
    }

    private static IEnumerable<ISymbol> BaseTypes(ITypeSymbol? type)
    {
        for (; type is { SpecialType: SpecialType.None }; type = type.BaseType)
        {
            yield return type.OriginalDefinition;
        }
    }

    private static IEnumerable<ISymbol> Overridden(IPropertySymbol property)
    {
        for (var current = property; current is not null; current = current.OverriddenProperty)
        {
            yield return current;
        }
    }

    private static IEnumerable<ISymbol> ParametersOf(ISymbol member)
        => member.ContainingType.InstanceConstructors
            .SelectMany(constructor => constructor.Parameters)
            .Where(parameter => parameter.Name == member.Name);
}
