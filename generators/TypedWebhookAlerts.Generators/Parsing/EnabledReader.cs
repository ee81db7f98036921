using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedWebhookAlerts.Generators.Model;

namespace TypedWebhookAlerts.Generators.Parsing;

/// <summary>Decides how the companion <c>XIsEnabled</c> is declared, or that the user has one.</summary>
internal static class EnabledReader
{
    public static EnabledMethod? Read(AlertDeclaration alert)
    {
        var method = alert.Method;
        var name = method.Name + "IsEnabled";
        if (method.ContainingType.GetMembers(name).Length > 0)
        {
            return null;
        }

        var modifiers = new List<string> { Accessibility(method.DeclaredAccessibility) };
        if (HidesInherited(alert, name))
        {
            modifiers.Add("new");
        }

        if (method.IsStatic)
        {
            modifiers.Add("static");
        }

        // Called from a readonly member, it would else work on a copy (CS8656).
        if (alert.Syntax.Modifiers.Any(SyntaxKind.ReadOnlyKeyword))
        {
            modifiers.Add("readonly");
        }

        var parameter = PipelineSource.Parameter(method);
        return new EnabledMethod(string.Join(" ", modifiers), parameter is null ? string.Empty : Declare(parameter));
    }

    // "this" only where the pipeline comes first; an "in" would be of no use here.
    private static string Declare(IParameterSymbol parameter)
    {
        return (SignatureReader.IsReceiver(parameter) ? "this " : string.Empty)
            + $"{SourceNames.Of(parameter.Type)} {SourceNames.Identifier(parameter.Name)}";
    }

    private static bool HidesInherited(AlertDeclaration alert, string name)
    {
        var type = alert.Method.ContainingType;
        return BaseTypes(type).Concat(type.TypeKind == TypeKind.Interface ? type.AllInterfaces : []).Any(ancestor
            => ancestor.GetMembers(name).Any(IsVisible) || ancestor.GetMembers(alert.Method.Name).Any(DeclaresAlert));

        bool IsVisible(ISymbol member) => alert.Compilation.IsSymbolAccessibleWithin(member, type);

        // The base's companion is generated as well and not to be seen yet.
        bool DeclaresAlert(ISymbol member)
            => IsVisible(member)
                && member.ContainingAssembly.Equals(alert.Compilation.Assembly, SymbolEqualityComparer.Default)
                && KnownTypes.Find(member, KnownTypes.WebhookAlertAttribute) is not null;
    }

    private static IEnumerable<INamedTypeSymbol> BaseTypes(INamedTypeSymbol type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            yield return current;
        }
    }

    private static string Accessibility(Accessibility accessibility)
        => accessibility switch
        {
            Microsoft.CodeAnalysis.Accessibility.Public => "public",
            Microsoft.CodeAnalysis.Accessibility.Internal => "internal",
            Microsoft.CodeAnalysis.Accessibility.Protected => "protected",
            Microsoft.CodeAnalysis.Accessibility.ProtectedOrInternal => "protected internal",
            Microsoft.CodeAnalysis.Accessibility.ProtectedAndInternal => "private protected",
            _ => "private",
        };
}
