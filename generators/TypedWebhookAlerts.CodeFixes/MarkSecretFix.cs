using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedWebhookAlerts.CodeFixes;

/// <summary>TWA1021: marks the parameter <c>[Secret]</c>, or the member that a dotted hole reads.</summary>
[Shared]
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MarkSecretFix))]
internal sealed class MarkSecretFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["TWA1021"];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await FindAsync(context, diagnostic).ConfigureAwait(false) is var (document, declaration))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Mark '{NameOf(declaration)}' [Secret]",
                        cancellation => SecretMark.AddAsync(document, declaration, cancellation),
                        equivalenceKey: nameof(MarkSecretFix)),
                    diagnostic);
            }
        }
    }

    // The analyzer says where the mark belongs, unless that is in another project or in none.
    private static async Task<(Document Document, SyntaxNode Declaration)?> FindAsync(
        CodeFixContext context, Diagnostic diagnostic)
    {
        if (diagnostic.AdditionalLocations is not [{ SourceTree: { } tree, SourceSpan: var span }, ..]
            || context.Document.Project.Solution.GetDocument(tree) is not { } document
            || await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
        {
            return null;
        }

        var node = root.FindNode(span, getInnermostNodeForTie: true);
        return node.FirstAncestorOrSelf<SyntaxNode>(candidate
            => candidate is ParameterSyntax or PropertyDeclarationSyntax or FieldDeclarationSyntax) switch
        {
            // A mark would stand on its neighbours too.
            FieldDeclarationSyntax { Declaration.Variables.Count: > 1 } or null => null,
            var declaration => (document, declaration),
        };
    }

    private static string NameOf(SyntaxNode declaration)
        => declaration switch
        {
            ParameterSyntax parameter => parameter.Identifier.ValueText,
            PropertyDeclarationSyntax property => property.Identifier.ValueText,
            _ => ((FieldDeclarationSyntax)declaration).Declaration.Variables[0].Identifier.ValueText,
        };
}
