using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedWebhookAlerts.Generators.Parsing;

namespace TypedWebhookAlerts.Generators.Analyzers;

/// <summary>Looks at each marked method by one rule, through the eyes of the generator.</summary>
/// <remarks>It works on syntax nodes: where the user wrote a body, the definition that the compiler reports symbols
/// by stands in generated code, and nothing would be said there.</remarks>
internal abstract class AlertAnalyzer : DiagnosticAnalyzer
{
    protected AlertAnalyzer(DiagnosticDescriptor rule)
    {
        Rule = rule;
        SupportedDiagnostics = ImmutableArray.Create(rule);
    }

    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    protected DiagnosticDescriptor Rule { get; }

    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSyntaxNodeAction(Analyze, SyntaxKind.MethodDeclaration);
    }

    /// <summary>Says what is wrong with an alert by this rule.</summary>
    protected abstract IEnumerable<Diagnostic> Check(AlertDeclaration alert);

    protected Diagnostic Report(Location location, params object[] arguments)
        => Diagnostic.Create(Rule, location, arguments);

    private void Analyze(SyntaxNodeAnalysisContext context)
    {
        var syntax = (MethodDeclarationSyntax)context.Node;
        if (syntax.AttributeLists.Count == 0
            || context.SemanticModel.GetDeclaredSymbol(syntax, context.CancellationToken) is not { } method
            || AlertDeclaration.Create(method, syntax, context.Compilation) is not { } alert)
        {
            return;
        }

        foreach (var diagnostic in Check(alert))
        {
            context.ReportDiagnostic(diagnostic);
        }
    }
}
