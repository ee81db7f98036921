using Microsoft.CodeAnalysis;

namespace TypedWebhookAlerts.Generators.Tests.Contract;

/// <summary>Symbols as PublicApiAnalyzers writes them in <c>PublicAPI.*.txt</c>.</summary>
internal static class PublicApiLine
{
    private static readonly SymbolDisplayFormat s_format = new(
        SymbolDisplayGlobalNamespaceStyle.OmittedAsContaining,
        SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        SymbolDisplayGenericsOptions.IncludeTypeParameters,
        SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeContainingType
            | SymbolDisplayMemberOptions.IncludeExplicitInterface | SymbolDisplayMemberOptions.IncludeModifiers
            | SymbolDisplayMemberOptions.IncludeConstantValue,
        parameterOptions: SymbolDisplayParameterOptions.IncludeExtensionThis
            | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeType
            | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
            | SymbolDisplayMiscellaneousOptions.IncludeNotNullableReferenceTypeModifier);

    public static IEnumerable<string> Of(ISymbol symbol)
        => symbol switch
        {
            INamedTypeSymbol => [symbol.ToDisplayString(s_format)],
            IPropertySymbol property => new[] { property.GetMethod, property.SetMethod }
                .Where(accessor => accessor is { DeclaredAccessibility: Accessibility.Public })
                .Select(accessor => Line(accessor!, accessor!.ReturnType)),
            IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } field
                => [$"{field.ToDisplayString(s_format)} -> {field.ContainingType.ToDisplayString(s_format)}"],
            IFieldSymbol field => [Line(field, field.Type)],
            IMethodSymbol method => [Line(method, method.ReturnType)],
            _ => [],
        };

    private static string Line(ISymbol symbol, ITypeSymbol type)
        => $"{symbol.ToDisplayString(s_format)} -> {type.ToDisplayString(s_format)}";
}
