using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace TypedWebhookAlerts.Generators.Tests.Contract;

/// <summary>Finds every type and member of the runtime that code refers to, named or not.</summary>
internal sealed class RuntimeUse
{
    public const string Runtime = "TypedWebhookAlerts";

    private readonly HashSet<ISymbol> _symbols = new(SymbolEqualityComparer.Default);
    private readonly Compilation _compilation;

    private RuntimeUse(Compilation compilation) => _compilation = compilation;

    public static IReadOnlyCollection<ISymbol> Of(Compilation compilation, IEnumerable<SyntaxTree> trees)
    {
        var use = new RuntimeUse(compilation);
        foreach (var tree in trees)
        {
            use.Read(tree);
        }

        return use._symbols;
    }

    private void Read(SyntaxTree tree)
    {
        var model = _compilation.GetSemanticModel(tree);
        foreach (var node in tree.GetRoot().DescendantNodes())
        {
            if (node is ExpressionSyntax or AttributeSyntax or ConstructorInitializerSyntax)
            {
                Add(model.GetSymbolInfo(node).Symbol);
            }

            if (node is ExpressionSyntax expression)
            {
                Add(model.GetTypeInfo(expression).ConvertedType);
                Add(model.GetConversion(expression).MethodSymbol);
            }

            if (node is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 }
                && model.GetOperation(node) is IUsingDeclarationOperation declaration)
            {
                AddDisposal(declaration);
            }
        }
    }

    // A using declaration calls a method that stands nowhere in the text.
    private void AddDisposal(IUsingDeclarationOperation declaration)
    {
        foreach (var local in declaration.DeclarationGroup.GetDeclaredVariables())
        {
            Add(local.Type.GetMembers("Dispose").OfType<IMethodSymbol>().SingleOrDefault(
                method => method.Parameters.IsEmpty));
        }
    }

    private void Add(ISymbol? symbol)
    {
        var definition = symbol switch
        {
            null or IMethodSymbol { MethodKind: MethodKind.BuiltinOperator } => null,
            IMethodSymbol { ReducedFrom: { } reduced } => reduced.OriginalDefinition,
            IArrayTypeSymbol array => array.ElementType.OriginalDefinition,
            _ => symbol.OriginalDefinition,
        };
        if (definition?.ContainingAssembly?.Name != Runtime
            || definition is not (INamedTypeSymbol or IMethodSymbol or IPropertySymbol or IFieldSymbol)
            || !_symbols.Add(definition))
        {
            return;
        }

        Add(definition.ContainingType);
        AddSignature(definition);
    }

    // The value that is left out is the caller's: it is compiled into it.
    private void AddDefault(IParameterSymbol parameter)
    {
        if (parameter is { HasExplicitDefaultValue: true, Type: { TypeKind: TypeKind.Enum } type })
        {
            Add(type.GetMembers().OfType<IFieldSymbol>().Single(
                member => Equals(member.ConstantValue, parameter.ExplicitDefaultValue)));
        }
    }

    // A reference to a member names the types of its signature.
    private void AddSignature(ISymbol symbol)
    {
        switch (symbol)
        {
            case IMethodSymbol method:
                Add(method.ReturnType);
                foreach (var parameter in method.Parameters)
                {
                    Add(parameter.Type);
                    AddDefault(parameter);
                }

                break;
            case IPropertySymbol property:
                Add(property.Type);
                break;
            case IFieldSymbol field:
                Add(field.Type);
                break;
            case INamedTypeSymbol type:
                Add(type.BaseType);
                foreach (var parameter in type.DelegateInvokeMethod?.Parameters ?? [])
                {
                    Add(parameter.Type);
                }

                break;
        }
    }
}
