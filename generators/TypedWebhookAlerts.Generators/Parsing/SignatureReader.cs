using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedWebhookAlerts.Generators.Model;

namespace TypedWebhookAlerts.Generators.Parsing;

/// <summary>
/// Reads a signature as the other part of a partial method must repeat it: modifiers, <c>this</c>, <c>in</c>,
/// <c>params</c>, <c>scoped</c>, nullability and constraints exactly; default values not (CS1066).
/// </summary>
internal static class SignatureReader
{
    public static MethodSignature Read(AlertDeclaration alert)
    {
        var method = alert.Method;
        return new MethodSignature(
            method.Name,
            string.Join(" ", alert.Syntax.Modifiers.Where(IsRepeated).Select(modifier => modifier.Text)),
            ReturnType(method),
            KnownTypes.AnswerOf(method.ReturnType) ?? AlertAnswer.None,
            TypeParameters(method.TypeParameters),
            new EquatableArray<string>(method.Parameters.Select(Parameter)),
            new EquatableArray<string>(method.Parameters.Select(parameter => parameter.Name)),
            new EquatableArray<string>(Constraints(alert)));
    }

    public static string TypeParameters(IEnumerable<ITypeParameterSymbol> parameters)
    {
        var names = string.Join(", ", parameters.Select(parameter
            => Variance(parameter.Variance) + SourceNames.Identifier(parameter.Name)));
        return names.Length == 0 ? string.Empty : $"<{names}>";
    }

    public static string Parameter(IParameterSymbol parameter)
    {
        return (IsReceiver(parameter) ? "this " : string.Empty)
            + (parameter.IsParams || parameter.IsParamsCollection ? "params " : string.Empty)
            + (IsScopeWritten(parameter) ? "scoped " : string.Empty)
            + RefKindOf(parameter.RefKind)
            + SourceNames.Of(parameter.Type)
            + " "
            + SourceNames.Identifier(parameter.Name);
    }

    public static bool IsReceiver(IParameterSymbol parameter)
        => parameter is { Ordinal: 0, ContainingSymbol: IMethodSymbol { IsExtensionMethod: true } };

    // The generated part says "partial" itself. A body that is written with "async" or "extern" is the user's.
    private static bool IsRepeated(SyntaxToken modifier)
        => !modifier.IsKind(SyntaxKind.PartialKeyword)
            && !modifier.IsKind(SyntaxKind.AsyncKeyword)
            && !modifier.IsKind(SyntaxKind.ExternKeyword);

    private static string ReturnType(IMethodSymbol method)
        => (method.ReturnsByRef ? "ref " : method.ReturnsByRefReadonly ? "ref readonly " : string.Empty)
            + SourceNames.Of(method.ReturnType);

    private static string Variance(VarianceKind variance)
        => variance switch
        {
            VarianceKind.In => "in ",
            VarianceKind.Out => "out ",
            _ => string.Empty,
        };

    // "out" is scoped by itself, and so is "params" with a span: written out, either would be an error.
    private static bool IsScopeWritten(IParameterSymbol parameter)
        => parameter.ScopedKind != ScopedKind.None
            && parameter is { RefKind: not RefKind.Out, IsParams: false, IsParamsCollection: false };

    private static string RefKindOf(RefKind kind)
        => kind switch
        {
            RefKind.Ref => "ref ",
            RefKind.Out => "out ",
            RefKind.In => "in ",
            RefKind.RefReadOnlyParameter => "ref readonly ",
            _ => string.Empty,
        };

    // An override inherits its constraints and may only repeat what tells the meaning of "T?", as it was written.
    private static IEnumerable<string> Constraints(AlertDeclaration alert)
        => alert.Method.IsOverride
            ? alert.Syntax.ConstraintClauses.Select(clause => $"where {clause.Name} : {clause.Constraints}")
            : alert.Method.TypeParameters.Select(Constraint).Where(clause => clause.Length > 0);

    private static string Constraint(ITypeParameterSymbol parameter)
    {
        var parts = new List<string>();
        if (Kind(parameter) is { } kind)
        {
            parts.Add(kind);
        }

        parts.AddRange(parameter.ConstraintTypes.Select(SourceNames.Of));
        if (parameter.HasConstructorConstraint)
        {
            parts.Add("new()");
        }

        if (parameter.AllowsRefLikeType)
        {
            parts.Add("allows ref struct");
        }

        var name = SourceNames.Identifier(parameter.Name);
        return parts.Count == 0 ? string.Empty : $"where {name} : {string.Join(", ", parts)}";
    }

    private static string? Kind(ITypeParameterSymbol parameter)
        => parameter switch
        {
            { HasUnmanagedTypeConstraint: true } => "unmanaged",
            { HasValueTypeConstraint: true } => "struct",
            { HasNotNullConstraint: true } => "notnull",
            { HasReferenceTypeConstraint: false } => null,
            { ReferenceTypeConstraintNullableAnnotation: NullableAnnotation.Annotated } => "class?",
            _ => "class",
        };
}
