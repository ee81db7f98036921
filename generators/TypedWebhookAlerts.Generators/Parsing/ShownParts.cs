using Microsoft.CodeAnalysis;

namespace TypedWebhookAlerts.Generators.Parsing;

/// <summary>
/// Finds what a value's text may be made of: the items of a collection, the parts of a tuple, and what a record writes
/// of itself. What a type writes by code of its own is its own affair.
/// </summary>
internal sealed class ShownParts
{
    /// <summary>Types can be made of ever larger ones without end.</summary>
    private const int MaxDepth = 6;

    private const int MaxTypes = 100;

    private const string CompilerGenerated = "System.Runtime.CompilerServices.CompilerGeneratedAttribute";

    private readonly HashSet<ITypeSymbol> _types = new(SymbolEqualityComparer.Default);
    private readonly List<ISymbol> _all = [];

    public ShownParts(ITypeSymbol type) => Add(type, depth: 0);

    /// <summary>The type itself, the types that it is made of, and the members that are shown.</summary>
    public IReadOnlyList<ISymbol> All => _all;

    private void Add(ITypeSymbol type, int depth)
    {
        // Built-in types are most of all, and none of them is marked.
        if (IsBuiltIn(type) || depth > MaxDepth || _types.Count == MaxTypes || !_types.Add(type))
        {
            return;
        }

        _all.Add(type);
        foreach (var part in Parts(type))
        {
            Add(part, depth + 1);
        }

        if (PrintsItself(type))
        {
            foreach (var member in Printed(type))
            {
                _all.Add(member);
                Add(member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type, depth + 1);
            }
        }
    }

    private static bool IsBuiltIn(ITypeSymbol type)
        => type is INamedTypeSymbol { SpecialType: not SpecialType.None, Arity: 0 };

    private static IEnumerable<ITypeSymbol> Parts(ITypeSymbol type)
    {
        IEnumerable<ITypeSymbol> arguments = type is INamedTypeSymbol named ? named.TypeArguments : [];
        var items = CollectionTypes.IsList(type) ? CollectionTypes.Items(type) : [];
        var constraints = type is ITypeParameterSymbol parameter ? parameter.ConstraintTypes : [];
        return arguments.Concat(items.OfType<ITypeSymbol>()).Concat(constraints);
    }

    // In source the compiler's own text is declared by nobody; in an assembly it says that it is generated.
    private static bool PrintsItself(ITypeSymbol type)
        => type.GetMembers("ToString").Any(member
            => member is IMethodSymbol { IsOverride: true, Parameters: [] }
                && (member.IsImplicitlyDeclared || KnownTypes.Find(member, CompilerGenerated) is not null));

    private static IEnumerable<ISymbol> Printed(ITypeSymbol? type)
    {
        for (; type is { SpecialType: SpecialType.None }; type = type.BaseType)
        {
            foreach (var member in type.GetMembers())
            {
                if (member is { IsStatic: false, DeclaredAccessibility: Accessibility.Public }
                    and (IFieldSymbol or IPropertySymbol { IsIndexer: false, GetMethod: not null }))
                {
                    yield return member;
                }
            }
        }
    }
}
