using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;

namespace TypedWebhookAlerts.CodeFixes;

/// <summary>Writes <c>[Secret]</c> on a declaration as its author would.</summary>
internal static class SecretMark
{
    // The shortest that means it where it is written.
    private static readonly string[] s_names =
        ["Secret", "TypedWebhookAlerts.Secret", "global::TypedWebhookAlerts.Secret"];

    public static async Task<Document> AddAsync(
        Document document, SyntaxNode declaration, CancellationToken cancellation)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellation).ConfigureAwait(false);
        var mark = Mark(editor.SemanticModel, declaration.SpanStart);
        if (ListsOf(declaration).LastOrDefault(list => list.Target is null) is { } last)
        {
            editor.ReplaceNode(last, last.AddAttributes(mark).WithAdditionalAnnotations(Formatter.Annotation));
        }
        else
        {
            editor.AddAttribute(declaration, mark);
        }

        return editor.GetChangedDocument();
    }

    private static AttributeSyntax Mark(SemanticModel model, int position)
        => s_names
            .Select(name => SyntaxFactory.Attribute(SyntaxFactory.ParseName(name)))
            .FirstOrDefault(attribute => IsMark(model.GetSpeculativeSymbolInfo(position, attribute).Symbol))
            ?? SyntaxFactory.Attribute(SyntaxFactory.ParseName(s_names[^1]));

    private static bool IsMark(ISymbol? constructor)
        => constructor?.ContainingType.ToDisplayString() == "TypedWebhookAlerts.SecretAttribute";

    private static SyntaxList<AttributeListSyntax> ListsOf(SyntaxNode declaration)
        => declaration is ParameterSyntax parameter
            ? parameter.AttributeLists
            : ((MemberDeclarationSyntax)declaration).AttributeLists;
}
