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
        if (IsTaken(alert, name))
        {
            return null;
        }

        var parameter = PipelineSource.Parameter(method);
        var modifiers = new List<string> { Accessibility(method.DeclaredAccessibility) };
        if (HidesInherited(alert, name, parameter))
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

        return new EnabledMethod(string.Join(" ", modifiers), parameter is null ? string.Empty : Declare(parameter));
    }

    // "this" only where the pipeline comes first; an "in" would be of no use here.
    private static string Declare(IParameterSymbol parameter)
    {
        return (SignatureReader.IsReceiver(parameter) ? "this " : string.Empty)
            + $"{SourceNames.Of(parameter.Type)} {SourceNames.Identifier(parameter.Name)}";
    }

    // No member may be called like its type or a type parameter (CS0542, CS0102), nor hide what is still abstract
    // (CS0533).
    private static bool IsTaken(AlertDeclaration alert, string name)
    {
        var type = alert.Method.ContainingType;
        return type.GetMembers(name).Length > 0
            || (type.Name == name && type.TypeKind != TypeKind.Interface)
            || type.TypeParameters.Any(parameter => parameter.Name == name)
            || BaseTypes(type).Any(ancestor => ancestor.GetMembers(name).Any(member => member.IsAbstract));
    }

    private static bool HidesInherited(AlertDeclaration alert, string name, IParameterSymbol? parameter)
    {
        var type = alert.Method.ContainingType;
        return BaseTypes(type).Concat(type.TypeKind == TypeKind.Interface ? type.AllInterfaces : []).Any(ancestor
            => ancestor.GetMembers(name).Any(IsHidden) || HasCompanion(ancestor));

        bool IsVisible(ISymbol member) => alert.Compilation.IsSymbolAccessibleWithin(member, type);

        // A method hides only one that is called in the same way.
        bool IsHidden(ISymbol member)
            => IsVisible(member) && (member is not IMethodSymbol method || (method.Arity == 0
                && method.Parameters.Select(other => other.Type).SequenceEqual(
                    parameter is null ? [] : [parameter.Type], SymbolEqualityComparer.Default)));

        // The base's companion is generated as well and not to be seen yet. The first overload has it.
        bool HasCompanion(INamedTypeSymbol ancestor)
            => ancestor.GetMembers(alert.Method.Name).FirstOrDefault(DeclaresAlert) is IMethodSymbol method
                && IsVisible(method)
                && PipelineSource.Parameter(method) is null == parameter is null;

        bool DeclaresAlert(ISymbol member)
            => member.ContainingAssembly.Equals(alert.Compilation.Assembly, SymbolEqualityComparer.Default)
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
