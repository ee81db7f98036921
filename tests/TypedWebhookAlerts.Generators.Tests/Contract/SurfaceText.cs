using System.Text;
using Microsoft.CodeAnalysis;

namespace TypedWebhookAlerts.Generators.Tests.Contract;

/// <summary>Writes types and members of the runtime as C# without bodies: enough to compile against.</summary>
internal static class SurfaceText
{
    private const SymbolDisplayMiscellaneousOptions Miscellaneous =
        SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
        | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier;

    private static readonly SymbolDisplayFormat s_type = SymbolDisplayFormat.FullyQualifiedFormat
        .WithMiscellaneousOptions(Miscellaneous);

    private static readonly SymbolDisplayFormat s_member = new(
        SymbolDisplayGlobalNamespaceStyle.Included,
        SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints,
        SymbolDisplayMemberOptions.IncludeAccessibility | SymbolDisplayMemberOptions.IncludeModifiers
            | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeRef
            | SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeConstantValue,
        parameterOptions: SymbolDisplayParameterOptions.IncludeExtensionThis
            | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeType
            | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        miscellaneousOptions: Miscellaneous);

    public static string Write(IEnumerable<ISymbol> symbols)
    {
        var all = symbols.ToLookup(symbol => symbol is INamedTypeSymbol);
        var members = all[false].ToLookup(symbol => symbol.ContainingType, SymbolEqualityComparer.Default);
        var text = new StringBuilder("#nullable enable annotations\n");
        var types = all[true].Cast<INamedTypeSymbol>();
        foreach (var type in types.OrderBy(GeneratedCodeContract.Id, StringComparer.Ordinal))
        {
            text.Append('\n').Append("namespace ").Append(type.ContainingNamespace.ToDisplayString()).Append("\n{\n");
            WriteType(text, type, members[type].OrderBy(Signature, StringComparer.Ordinal));
            text.Append("}\n");
        }

        return text.ToString();
    }

    /// <summary>All of a symbol's declaration that code compiled against it depends on.</summary>
    public static string Signature(ISymbol symbol)
        => symbol is INamedTypeSymbol type ? Header(type)
            : symbol is IMethodSymbol method ? Qualify(method)
            : symbol.ToDisplayString(s_member);

    // A default that is an enum's member is displayed without the enum.
    private static string Qualify(IMethodSymbol method)
        => method.Parameters
            .Where(parameter => parameter is { HasExplicitDefaultValue: true, Type.TypeKind: TypeKind.Enum })
            .Aggregate(method.ToDisplayString(s_member), (text, parameter) => text.Replace(
                $" {parameter.Name} = ",
                $" {parameter.Name} = {parameter.Type.ToDisplayString(s_type)}.",
                StringComparison.Ordinal));

    private static void WriteType(StringBuilder text, INamedTypeSymbol type, IEnumerable<ISymbol> members)
    {
        if (type.TypeKind == TypeKind.Delegate)
        {
            text.Append("    ").Append(Header(type)).Append(";\n");
            return;
        }

        text.Append("    ").Append(Header(type)).Append("\n    {\n");
        foreach (var member in members.Where(member => member is not IMethodSymbol { AssociatedSymbol: not null }))
        {
            text.Append("        ").Append(Declaration(member)).Append('\n');
        }

        text.Append("    }\n");
    }

    private static string Header(INamedTypeSymbol type)
    {
        var accessibility = type.DeclaredAccessibility == Accessibility.Public ? "public" : "internal";
        return type.TypeKind switch
        {
            TypeKind.Enum => $"{accessibility} enum {type.Name} : {type.EnumUnderlyingType!.ToDisplayString(s_type)}",
            TypeKind.Delegate => $"{accessibility} delegate {Invocation(type)}",
            TypeKind.Struct => $"{accessibility}{(type.IsReadOnly ? " readonly" : "")}"
                + $"{(type.IsRefLikeType ? " ref" : "")} struct {type.Name}",
            _ => $"{accessibility} {Modifier(type)}class {type.Name}{Base(type)}",
        };
    }

    private static string Invocation(INamedTypeSymbol type)
    {
        var invoke = type.DelegateInvokeMethod!;
        var parameters = string.Join(", ", invoke.Parameters.Select(parameter => parameter.ToDisplayString(s_member)));
        return $"{invoke.ReturnType.ToDisplayString(s_type)} {type.Name}({parameters})";
    }

    private static string Modifier(INamedTypeSymbol type)
        => type switch
        {
            { IsStatic: true } => "static ",
            { IsAbstract: true } => "abstract ",
            { IsSealed: true } => "sealed ",
            _ => "",
        };

    private static string Base(INamedTypeSymbol type)
        => type.BaseType is { SpecialType: not SpecialType.System_Object } parent
            ? " : " + parent.ToDisplayString(s_type)
            : "";

    private static string Declaration(ISymbol member)
        => member switch
        {
            IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } field
                => $"{field.Name} = {field.ConstantValue},",
            IFieldSymbol => Signature(member) + ";",
            IPropertySymbol or IMethodSymbol { IsAbstract: true }
                => Signature(member) + (member is IPropertySymbol ? "" : ";"),
            _ => Signature(member) + " => throw null!;",
        };
}
