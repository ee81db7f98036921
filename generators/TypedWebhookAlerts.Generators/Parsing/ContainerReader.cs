using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedWebhookAlerts.Generators.Model;

namespace TypedWebhookAlerts.Generators.Parsing;

/// <summary>Reads the type that declares an alert, with the types around it.</summary>
internal static class ContainerReader
{
    public static ContainingType Read(INamedTypeSymbol type)
    {
        var types = new Stack<INamedTypeSymbol>();
        for (var current = type; current is not null; current = current.ContainingType)
        {
            types.Push(current);
        }

        var space = type.ContainingNamespace;
        var prefix = space.IsGlobalNamespace ? string.Empty : Plain(space) + ".";
        return new ContainingType(
            SourceNames.Of(space),
            prefix + string.Join(".", types.Select(current => current.Name)),
            prefix + string.Join("+", types.Select(current => current.MetadataName)),
            new EquatableArray<string>(types.Select(Header)));
    }

    // Constraints, bases and other modifiers may stand on one part only; variance must stand on all, and "unsafe"
    // where a pointer is named.
    private static string Header(INamedTypeSymbol type)
    {
        var prefix = IsUnsafe(type) ? "unsafe partial" : "partial";
        var parameters = SignatureReader.TypeParameters(type.TypeParameters);
        return $"{prefix} {Keyword(type)} {SourceNames.TypeName(type.Name)}{parameters}";
    }

    private static bool IsUnsafe(INamedTypeSymbol type)
        => type.DeclaringSyntaxReferences.Any(reference
            => reference.GetSyntax() is TypeDeclarationSyntax syntax && syntax.Modifiers.Any(SyntaxKind.UnsafeKeyword));

    private static string Keyword(INamedTypeSymbol type)
        => type switch
        {
            { IsRecord: true, IsValueType: true } => "record struct",
            { IsRecord: true } => "record",
            { TypeKind: TypeKind.Struct } => "struct",
            { TypeKind: TypeKind.Interface } => "interface",
            _ => "class",
        };

    private static string Plain(INamespaceSymbol space)
        => space.ContainingNamespace is { IsGlobalNamespace: false } outer
            ? Plain(outer) + "." + space.Name
            : space.Name;
}
