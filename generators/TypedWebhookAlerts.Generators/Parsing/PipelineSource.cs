using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedWebhookAlerts.Generators.Model;

namespace TypedWebhookAlerts.Generators.Parsing;

/// <summary>
/// Finds the pipeline that takes an alert: a parameter, else a field or property of the containing type or its bases,
/// else a primary constructor's parameter, else the ambient one, which also stands in for null.
/// </summary>
internal static class PipelineSource
{
    public static IParameterSymbol? Parameter(IMethodSymbol method)
        => method.Parameters.FirstOrDefault(parameter
            => KnownTypes.IsPipeline(parameter.Type) && parameter.RefKind is not (RefKind.Out or RefKind.Ref));

    /// <summary>Finds it.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="member">The field or property that it is, if it is one.</param>
    public static PipelineRead Find(AlertDeclaration alert, out ISymbol? member)
    {
        var method = alert.Method;
        member = null;
        if (Parameter(method) is { } parameter)
        {
            return new PipelineRead(SourceNames.Identifier(parameter.Name), IsGuarded: false);
        }

        member = Member(alert);
        if (member is not null)
        {
            // Qualified, for a parameter of the alert may have the same name.
            var owner = member.IsStatic ? SourceNames.Of(member.ContainingType) : "this";
            return new PipelineRead($"{owner}.{SourceNames.Identifier(member.Name)}", RunsCode(member));
        }

        // A field that holds the constructor's parameter too was preferred above: capturing it twice is a warning
        // in the user's file (CS9124).
        return new PipelineRead(method.IsStatic ? null : PrimaryParameter(alert), IsGuarded: false);
    }

    private static ISymbol? Member(AlertDeclaration alert)
    {
        var candidates = new List<ISymbol>();
        for (var type = alert.Method.ContainingType; type is not null; type = type.BaseType)
        {
            candidates.AddRange(type.GetMembers().Where(member => IsPipeline(member) && IsUsable(alert, member)));
        }

        return candidates.Find(member => !member.IsStatic) ?? candidates.FirstOrDefault();
    }

    private static bool IsUsable(AlertDeclaration alert, ISymbol member)
        => member.IsStatic
            ? alert.Compilation.IsSymbolAccessibleWithin(ReadBy(member), alert.Method.ContainingType)
            : !alert.Method.IsStatic && IsMeant(alert, member);

    // By its name the compiler may find another, which hides it.
    private static bool IsMeant(AlertDeclaration alert, ISymbol member)
        => SymbolEqualityComparer.Default.Equals(
            member, MemberLookup.Find(alert, alert.Method.ContainingType, member.Name));

    private static ISymbol ReadBy(ISymbol member) => member is IPropertySymbol property ? property.GetMethod! : member;

    private static bool IsPipeline(ISymbol member)
        => member switch
        {
            { CanBeReferencedByName: false } => false,
            IFieldSymbol field => KnownTypes.IsPipeline(field.Type),
            IPropertySymbol { IsIndexer: false, GetMethod: not null } property => KnownTypes.IsPipeline(property.Type),
            _ => false,
        };

    // Of a property in another assembly nothing is known, nor of what a derived type makes of it. A reference may be
    // none at all.
    private static bool RunsCode(ISymbol member)
        => member is IFieldSymbol { RefKind: not RefKind.None } || (member is IPropertySymbol property
            && (property.IsVirtual || property.IsAbstract || property.IsOverride || !IsAuto(property)));

    private static bool IsAuto(IPropertySymbol property)
        => property.ContainingType.GetMembers().Any(member => member is IFieldSymbol field
                && SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property))
            && property.GetMethod!.DeclaringSyntaxReferences.All(reference
                => reference.GetSyntax() is not (ArrowExpressionClauseSyntax
                    or AccessorDeclarationSyntax { Body: not null }
                    or AccessorDeclarationSyntax { ExpressionBody: not null }))
            && !property.IsPartialDefinition;

    private static string? PrimaryParameter(AlertDeclaration alert)
    {
        var found = alert.Method.ContainingType.InstanceConstructors
            .Where(constructor => constructor.DeclaringSyntaxReferences.Any(reference
                => reference.GetSyntax() is TypeDeclarationSyntax))
            .SelectMany(constructor => constructor.Parameters)
            .FirstOrDefault(parameter => KnownTypes.IsPipeline(parameter.Type) && parameter.RefKind == RefKind.None);
        return found is null || IsHidden(alert, found.Name) ? null : SourceNames.Identifier(found.Name);
    }

    // A member hides it as well, even one of a base (CS9179).
    private static bool IsHidden(AlertDeclaration alert, string name)
        => alert.Method.Parameters.Any(parameter => parameter.Name == name)
            || alert.Method.TypeParameters.Any(parameter => parameter.Name == name)
            || MemberLookup.HasMember(alert, alert.Method.ContainingType, name);
}
