using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedWebhookAlerts.Generators.Model;

namespace TypedWebhookAlerts.Generators.Parsing;

/// <summary>
/// Gathers the ids under which the compiler warns of what an alert's generated part must repeat: of
/// <c>[Experimental]</c>, of <c>[Obsolete]</c> with an id of its own, and of the declaration itself. The user who wrote
/// the declaration has answered the warning there.
/// </summary>
internal sealed class DiagnosticIds
{
    private const string ExperimentalAttribute = "System.Diagnostics.CodeAnalysis.ExperimentalAttribute";
    private const string ObsoleteAttribute = "System.ObsoleteAttribute";

    private readonly SortedSet<string> _ids = new(StringComparer.Ordinal);

    private DiagnosticIds()
    {
    }

    /// <summary>Reads the ids of a signature, of what its holes and its pipeline are read through, and of what
    /// classifies its values.</summary>
    public static EquatableArray<string> Of(
        AlertDeclaration alert,
        IEnumerable<ISymbol> members,
        IEnumerable<Sensitivity> sensitivities,
        ISymbol? pipeline)
    {
        var ids = new DiagnosticIds();
        ids.AddWarnedDeclaration(alert.Method);
        ids.AddType(alert.Method.ReturnType);
        foreach (var parameter in alert.Method.Parameters)
        {
            ids.AddType(parameter.Type);
        }

        foreach (var constraint in alert.Method.TypeParameters.SelectMany(parameter => parameter.ConstraintTypes))
        {
            ids.AddType(constraint);
        }

        foreach (var member in members)
        {
            ids.AddMember(member);
        }

        foreach (var attribute in sensitivities.SelectMany(sensitivity => sensitivity.Attributes))
        {
            ids.AddRepeated(attribute);
        }

        if (pipeline is not null)
        {
            ids.AddPipeline(pipeline, alert.Method);
        }

        return new EquatableArray<string>(ids._ids);
    }

    // Said of either part of a method.
    private void AddWarnedDeclaration(IMethodSymbol method)
    {
        if (method is
            {
                ContainingType.IsSealed: true,
                DeclaredAccessibility: Accessibility.Protected or Accessibility.ProtectedOrInternal
                    or Accessibility.ProtectedAndInternal,
            })
        {
            _ids.Add("CS0628");
        }

        for (var type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            if (type.TypeParameters.Any(outer => method.TypeParameters.Any(inner => inner.Name == outer.Name)))
            {
                _ids.Add("CS0693");
            }
        }
    }

    private void AddPipeline(ISymbol member, IMethodSymbol method)
    {
        AddMember(member);

        // A getter of a struct that could change it works on a copy where the alert may not.
        if (method.IsReadOnly && member is IPropertySymbol { IsStatic: false, GetMethod.IsReadOnly: false })
        {
            _ids.Add("CS8656");
        }
    }

    private void AddRepeated(AttributeData attribute)
    {
        AddType(attribute.AttributeClass!);
        Add(attribute.AttributeConstructor);
        foreach (var argument in attribute.ConstructorArguments)
        {
            AddType(argument.Type!);
            if (argument is { Kind: TypedConstantKind.Type, Value: ITypeSymbol type })
            {
                AddType(type);
            }
        }
    }

    private void AddMember(ISymbol member)
    {
        Add(member);
        AddType(member.ContainingType);
        if (member is IPropertySymbol { GetMethod: { } getter } property)
        {
            Add(getter);
            AddType(property.Type);
        }
        else if (member is IFieldSymbol field)
        {
            AddType(field.Type);
        }
    }

    private void AddType(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
        {
            AddType(array.ElementType);
        }

        // Built-in types are most of all, and none of them is experimental.
        for (var current = type as INamedTypeSymbol;
            current is { SpecialType: SpecialType.None };
            current = current.ContainingType)
        {
            Add(current);
            Add(current.ContainingAssembly);
            Add(current.ContainingModule);
            foreach (var argument in current.TypeArguments)
            {
                AddType(argument);
            }
        }
    }

    private void Add(ISymbol? symbol)
    {
        foreach (var attribute in symbol?.GetAttributes() ?? [])
        {
            // What is no identifier can stand in no pragma.
            if (IdOf(attribute) is { } id && SyntaxFacts.IsValidIdentifier(id))
            {
                _ids.Add(id);
            }
        }
    }

    private static string? IdOf(AttributeData attribute)
    {
        if (attribute.AttributeClass is not { } type)
        {
            return null;
        }

        return KnownTypes.Is(type, ExperimentalAttribute)
            ? attribute.ConstructorArguments.FirstOrDefault().Value as string
            : KnownTypes.Is(type, ObsoleteAttribute) ? Named(attribute, "DiagnosticId") : null;
    }

    private static string? Named(AttributeData attribute, string name)
        => attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value as string;
}
