using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedWebhookAlerts.Generators.Parsing;

namespace TypedWebhookAlerts.Generators.Analyzers;

/// <summary>TWA1007: an alert where no partial method may stand. Most such places build cleanly and would never
/// send anything.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class UnsupportedPlaceAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }
        = ImmutableArray.Create(Rules.UnsupportedPlace);

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSyntaxNodeAction(
            AnalyzeMember,
            SyntaxKind.MethodDeclaration,
            SyntaxKind.OperatorDeclaration,
            SyntaxKind.ConversionOperatorDeclaration,
            SyntaxKind.DestructorDeclaration);
        context.RegisterSyntaxNodeAction(
            context => Analyze(context, ((LocalFunctionStatementSyntax)context.Node).AttributeLists),
            SyntaxKind.LocalFunctionStatement);
        context.RegisterSyntaxNodeAction(
            context => Analyze(context, ((LambdaExpressionSyntax)context.Node).AttributeLists),
            SyntaxKind.ParenthesizedLambdaExpression,
            SyntaxKind.SimpleLambdaExpression);
        context.RegisterSyntaxNodeAction(
            context => Analyze(context, ((AccessorDeclarationSyntax)context.Node).AttributeLists),
            SyntaxKind.GetAccessorDeclaration,
            SyntaxKind.SetAccessorDeclaration,
            SyntaxKind.InitAccessorDeclaration,
            SyntaxKind.AddAccessorDeclaration,
            SyntaxKind.RemoveAccessorDeclaration);
    }

    private static void AnalyzeMember(SyntaxNodeAnalysisContext context)
    {
        var member = (BaseMethodDeclarationSyntax)context.Node;
        if (member is not MethodDeclarationSyntax method || MayBeMisplaced(method))
        {
            Analyze(context, member.AttributeLists);
        }
    }

    // Told by syntax alone: this is asked of every method with any attribute, and binding those is most of the work.
    private static bool MayBeMisplaced(MethodDeclarationSyntax method)
        => method.ExplicitInterfaceSpecifier is not null
            || method.Ancestors().OfType<TypeDeclarationSyntax>().Any(type
                => type is ExtensionBlockDeclarationSyntax || type.Modifiers.Any(SyntaxKind.FileKeyword));

    private static void Analyze(SyntaxNodeAnalysisContext context, SyntaxList<AttributeListSyntax> lists)
    {
        foreach (var attribute in lists.SelectMany(list => list.Attributes))
        {
            var type = context.SemanticModel.GetTypeInfo(attribute, context.CancellationToken).Type;
            if (type is not null && KnownTypes.Is(type, KnownTypes.WebhookAlertAttribute)
                && Place(context) is { } place)
            {
                context.ReportDiagnostic(Diagnostic.Create(Rules.UnsupportedPlace, attribute.GetLocation(), place));
            }
        }
    }

    private static string? Place(SyntaxNodeAnalysisContext context)
        => context.Node switch
        {
            LocalFunctionStatementSyntax => "a local function",
            LambdaExpressionSyntax => "a lambda",
            AccessorDeclarationSyntax => "an accessor",
            DestructorDeclarationSyntax => "a finalizer",
            MethodDeclarationSyntax method => PlaceOf(context, method),
            _ => "an operator",
        };

    private static string? PlaceOf(SyntaxNodeAnalysisContext context, MethodDeclarationSyntax syntax)
        => context.SemanticModel.GetDeclaredSymbol(syntax, context.CancellationToken) is { } method
            && AlertDeclaration.Create(method, syntax, context.Compilation) is { IsPlaceSupported: false }
                ? "an explicit interface implementation, in an extension block or in a file-local type"
                : null;
}
