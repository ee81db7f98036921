using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedWebhookAlerts.Generators.Parsing;

/// <summary>
/// Finds the pipeline that takes an alert: a parameter, else a field or property of the containing type or its bases,
/// else a primary constructor's parameter, else the ambient one, which also stands in for null.
/// </summary>
internal static class PipelineSource
{
    private const string Ambient = "global::TypedWebhookAlerts.WebhookAlerts.Pipeline";

    public static IParameterSymbol? Parameter(IMethodSymbol method)
        => method.Parameters.FirstOrDefault(parameter
            => KnownTypes.IsPipeline(parameter.Type) && parameter.RefKind is not (RefKind.Out or RefKind.Ref));

    public static string Find(AlertDeclaration alert)
        => Explicit(alert) is { } source ? $"{source} ?? {Ambient}" : Ambient;

    private static string? Explicit(AlertDeclaration alert)
    {
        var method = alert.Method;
        if (Parameter(method) is { } parameter)
        {
            return SourceNames.Identifier(parameter.Name);
        }

        if (Member(alert) is { } member)
        {
            // Qualified, for a parameter of the alert may have the same name.
            var owner = member.IsStatic ? SourceNames.Of(member.ContainingType) : "this";
            return $"{owner}.{SourceNames.Identifier(member.Name)}";
        }

        // A field that holds the constructor's parameter too was preferred above: capturing it twice is a warning
        // in the user's file (CS9124).
        return method.IsStatic ? null : PrimaryParameter(method);
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
        => (member.IsStatic || !alert.Method.IsStatic)
            && alert.Compilation.IsSymbolAccessibleWithin(member, alert.Method.ContainingType);

    private static bool IsPipeline(ISymbol member)
        => member switch
        {
            { CanBeReferencedByName: false } => false,
            IFieldSymbol field => KnownTypes.IsPipeline(field.Type),
            IPropertySymbol { IsIndexer: false, GetMethod: not null } property => KnownTypes.IsPipeline(property.Type),
            _ => false,
        };

    private static string? PrimaryParameter(IMethodSymbol method)
    {
        var found = method.ContainingType.InstanceConstructors
            .Where(constructor => constructor.DeclaringSyntaxReferences.Any(reference
                => reference.GetSyntax() is TypeDeclarationSyntax))
            .SelectMany(constructor => constructor.Parameters)
            .FirstOrDefault(parameter => KnownTypes.IsPipeline(parameter.Type) && parameter.RefKind == RefKind.None);
        var isHidden = found is not null && method.Parameters.Any(parameter => parameter.Name == found.Name);
        return found is null || isHidden ? null : SourceNames.Identifier(found.Name);
    }
}
