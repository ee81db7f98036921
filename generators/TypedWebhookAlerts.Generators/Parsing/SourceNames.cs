using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedWebhookAlerts.Generators.Parsing;

/// <summary>Symbols as generated source names them: in full, so that no using and no type of the user's can change
/// their meaning.</summary>
internal static class SourceNames
{
    private static readonly SymbolDisplayFormat s_type = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(
            SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
            | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    private static readonly SymbolDisplayFormat s_namespace = SymbolDisplayFormat.FullyQualifiedFormat
        .WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted)
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    public static string Of(ITypeSymbol type) => type.ToDisplayString(s_type);

    public static string Of(INamespaceSymbol space)
        => space.IsGlobalNamespace ? string.Empty : space.ToDisplayString(s_namespace);

    /// <summary>A name where a type is declared: contextual keywords (<c>record</c>, <c>file</c>) are escaped too.
    /// </summary>
    public static string TypeName(string name)
        => SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None ? Identifier(name) : "@" + name;

    /// <summary>A name as an identifier: <c>class</c> becomes <c>@class</c>.</summary>
    public static string Identifier(string name)
        => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}
