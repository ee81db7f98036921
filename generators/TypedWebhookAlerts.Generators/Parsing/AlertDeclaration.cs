using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedWebhookAlerts.Generators.Model;

namespace TypedWebhookAlerts.Generators.Parsing;

/// <summary>
/// A method marked as an alert, as the compiler sees it. Generator and analyzers both read a declaration through this
/// type, so that they cannot disagree. It holds symbols and must not outlive the transform.
/// </summary>
internal sealed class AlertDeclaration
{
    private readonly Dictionary<IParameterSymbol, (CapturedType Type, Sensitivity Sensitivity)> _values
        = new(SymbolEqualityComparer.Default);

    private AlertDeclaration(
        IMethodSymbol method, MethodDeclarationSyntax syntax, AttributeData attribute, Compilation compilation)
    {
        Method = method;
        Syntax = syntax;
        Attribute = attribute;
        Compilation = compilation;
        DeclaredTemplate = Argument(1) as string;
        Description = TemplateParser.Parse(DeclaredTemplate ?? string.Empty);
        Title = TemplateParser.Parse(Named<string>("Title") ?? string.Empty);
        Footer = TemplateParser.Parse(Named<string>("Footer") ?? string.Empty);
        Values = [.. method.Parameters.Where(parameter => !KnownTypes.IsPipeline(parameter.Type))];
    }

    public IMethodSymbol Method { get; }

    public MethodDeclarationSyntax Syntax { get; }

    public AttributeData Attribute { get; }

    public Compilation Compilation { get; }

    /// <summary>The template's text, or null where it is null or cannot be known.</summary>
    public string? DeclaredTemplate { get; }

    public Template Description { get; }

    public Template Title { get; }

    public Template Footer { get; }

    /// <summary>The parameters but for a pipeline.</summary>
    public IReadOnlyList<IParameterSymbol> Values { get; }

    /// <summary>The templates by the names of their arguments.</summary>
    public IEnumerable<(string Argument, Template Template)> Templates
        => [("template", Description), ("Title", Title), ("Footer", Footer)];

    public bool IsPartial => Syntax.Modifiers.Any(SyntaxKind.PartialKeyword);

    /// <summary>Whether this is the part that does the work: written here, or <c>extern</c> and elsewhere.</summary>
    public bool HasBody
        => Syntax.Body is not null
            || Syntax.ExpressionBody is not null
            || Syntax.Modifiers.Any(SyntaxKind.ExternKeyword);

    public bool ReturnsSupported
        => !Method.ReturnsByRef && !Method.ReturnsByRefReadonly && KnownTypes.AnswerOf(Method.ReturnType) is not null;

    /// <summary>Whether the other part may be generated without adding to the compiler's own errors: a partial method
    /// that answers must have an accessibility (CS8796 is said of each part).</summary>
    public bool CanHaveOtherPart
        => IsPartial && IsNamed && IsPlaceSupported && (Method.ReturnsVoid || Syntax.Modifiers.Any(IsAccessibility));

    /// <summary>Whether a partial method may stand where this one stands.</summary>
    public bool IsPlaceSupported
        => Method.ExplicitInterfaceImplementations.IsEmpty
            && Syntax.ExplicitInterfaceSpecifier is null
            && ContainingTypes().All(type => !type.IsFileLocal && !type.IsExtension);

    // Half-typed, a method stands in global code or in a type that has no name yet.
    private bool IsNamed => Method.CanBeReferencedByName && ContainingTypes().All(type => type.CanBeReferencedByName);

    /// <summary>Looks at a method through its attribute.</summary>
    /// <returns>The declaration, or null where the attribute does not stand on this part of the method.</returns>
    public static AlertDeclaration? Create(
        IMethodSymbol method, MethodDeclarationSyntax syntax, Compilation compilation)
    {
        var attribute = KnownTypes.Find(method, KnownTypes.WebhookAlertAttribute);
        return attribute?.ApplicationSyntaxReference is { } place
            && place.SyntaxTree == syntax.SyntaxTree
            && syntax.Span.Contains(place.Span)
                ? new AlertDeclaration(method, syntax, attribute, compilation)
                : null;
    }

    /// <summary>What a parameter's own value is captured as.</summary>
    public CapturedType TypeOf(IParameterSymbol parameter) => ValueOf(parameter).Type;

    /// <summary>What must not be shown of a parameter's own value.</summary>
    public Sensitivity SensitivityOf(IParameterSymbol parameter) => ValueOf(parameter).Sensitivity;

    /// <summary>Whether an alert can read a parameter.</summary>
    public static bool IsPassedIn(IParameterSymbol parameter) => parameter.RefKind is not (RefKind.Ref or RefKind.Out);

    /// <summary>A positional argument's value, or null.</summary>
    public object? Argument(int index)
        => index < Attribute.ConstructorArguments.Length
            && Attribute.ConstructorArguments[index] is { Kind: not TypedConstantKind.Array } constant
                ? constant.Value
                : null;

    /// <summary>A named argument's value, or the type's default.</summary>
    public T? Named<T>(string name)
    {
        foreach (var argument in Attribute.NamedArguments)
        {
            if (argument.Key == name && argument.Value.Value is T value)
            {
                return value;
            }
        }

        return default;
    }

    /// <summary>A named number's value, or what it is when not set.</summary>
    public int Named(string name, int unset)
        => Attribute.NamedArguments.Any(argument => argument.Key == name) ? Named<int>(name) : unset;

    private (CapturedType Type, Sensitivity Sensitivity) ValueOf(IParameterSymbol parameter)
    {
        if (!_values.TryGetValue(parameter, out var value))
        {
            var sensitivity = new Sensitivity(Compilation);
            var type = ValueTypes.Of(parameter);
            _values.Add(parameter, value = IsPassedIn(parameter)
                ? (sensitivity.Add(parameter).AddShown(parameter.Type).Apply(type), sensitivity)
                : (type, sensitivity));
        }

        return value;
    }

    private static bool IsAccessibility(SyntaxToken modifier)
        => modifier.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword
            or SyntaxKind.ProtectedKeyword or SyntaxKind.PrivateKeyword;

    private IEnumerable<INamedTypeSymbol> ContainingTypes()
    {
        for (var type = Method.ContainingType; type is not null; type = type.ContainingType)
        {
            yield return type;
        }
    }
}
