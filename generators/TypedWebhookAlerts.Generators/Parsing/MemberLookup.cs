using Microsoft.CodeAnalysis;

namespace TypedWebhookAlerts.Generators.Parsing;

/// <summary>Finds what a name means on a value of a type, as the compiler does: what is hidden, ambiguous or out of
/// reach would not compile where it is read.</summary>
internal static class MemberLookup
{
    /// <summary>Finds the property or field of a name that an alert may read.</summary>
    /// <returns>The member, or null where the name means something else there, or more than one thing.</returns>
    public static ISymbol? Find(AlertDeclaration alert, ITypeSymbol type, string name)
    {
        var found = InClasses(alert, type, name) ?? InInterfaces(type, name);
        return found is not null && ReadBy(found) is { } reader && IsVisible(alert, reader, type) ? found : null;
    }

    /// <summary>Finds all that an alert may read.</summary>
    public static IEnumerable<ISymbol> All(AlertDeclaration alert, ITypeSymbol type)
        => Classes(type).Concat(Interfaces(type))
            .SelectMany(ancestor => ancestor.GetMembers())
            .Select(member => member.Name)
            .Distinct(StringComparer.Ordinal)
            .Select(name => Find(alert, type, name))
            .OfType<ISymbol>();

    /// <summary>Whether a type or a base has a member of a name that an alert can see: it hides what is declared
    /// further out.</summary>
    public static bool HasMember(AlertDeclaration alert, INamedTypeSymbol type, string name)
        => InClasses(alert, type, name) is not null;

    // The nearest member decides, whatever it is, unless it overrides another and has no getter of its own.
    private static ISymbol? InClasses(AlertDeclaration alert, ITypeSymbol type, string name)
        => Classes(type)
            .SelectMany(ancestor => ancestor.GetMembers(name))
            .FirstOrDefault(member => IsVisible(alert, member, type)
                && member is not IPropertySymbol { IsOverride: true, GetMethod: null });

    // One interface hides what it inherits; beside each other, two are ambiguous.
    private static ISymbol? InInterfaces(ITypeSymbol type, string name)
    {
        var members = Interfaces(type).SelectMany(face => face.GetMembers(name)).ToArray();
        var visible = members.Where(member => !members.Any(other
            => other.ContainingType.AllInterfaces.Contains(member.ContainingType, SymbolEqualityComparer.Default)));
        return visible.Take(2).ToArray() is [var only] ? only : null;
    }

    // An interface inherits no members of a base type, a class none of its interfaces.
    private static IEnumerable<ITypeSymbol> Classes(ITypeSymbol type)
        => Constraints(type).Where(constraint => constraint.TypeKind != TypeKind.Interface).SelectMany(BaseTypes);

    private static IEnumerable<ITypeSymbol> Interfaces(ITypeSymbol type)
        => Constraints(type)
            .Where(constraint => constraint.TypeKind == TypeKind.Interface)
            .SelectMany(FormattableTypes.Interfaces)
            .Distinct<ITypeSymbol>(SymbolEqualityComparer.Default);

    private static IEnumerable<ITypeSymbol> Constraints(ITypeSymbol type)
        => type is ITypeParameterSymbol parameter ? parameter.ConstraintTypes.SelectMany(Constraints) : [type];

    private static IEnumerable<ITypeSymbol> BaseTypes(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            yield return type;
        }
    }

    // What is protected is seen only through the alert's own type: hence the last argument.
    private static bool IsVisible(AlertDeclaration alert, ISymbol member, ITypeSymbol type)
        => alert.Compilation.IsSymbolAccessibleWithin(
            member,
            alert.Method.ContainingType,
            member.IsStatic ? null : Classes(type).FirstOrDefault() ?? type);

    private static ISymbol? ReadBy(ISymbol member)
        => member switch
        {
            { IsStatic: true } or { CanBeReferencedByName: false } => null,
            IFieldSymbol field => field,
            IPropertySymbol { IsIndexer: false } property => property.GetMethod,
            _ => null,
        };
}
