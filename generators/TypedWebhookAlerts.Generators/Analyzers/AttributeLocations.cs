using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using TypedWebhookAlerts.Generators.Parsing;

namespace TypedWebhookAlerts.Generators.Analyzers;

/// <summary>Finds where in the source an argument of the attribute, or a part of a template, stands.</summary>
internal static class AttributeLocations
{
    // The constructor's parameters, for arguments that are given without a name.
    private static readonly string[] s_positions = ["level", "template", "route"];

    /// <summary>Where an argument stands, or the attribute where it is not given.</summary>
    public static Location Argument(AlertDeclaration alert, string name)
        => Expression(alert, name)?.GetLocation()
            ?? alert.Attribute.ApplicationSyntaxReference?.GetSyntax().GetLocation()
            ?? alert.Syntax.Identifier.GetLocation();

    /// <summary>Where one name of a hole stands.</summary>
    public static Location OfName(AlertDeclaration alert, string argument, TemplateHole hole, int index)
        => InTemplate(alert, argument, hole.StartOf(index), hole.Path[index].Length);

    /// <summary>Where a part of a template stands; the whole argument where it is not a plain literal.</summary>
    public static Location InTemplate(AlertDeclaration alert, string argument, int start, int length)
    {
        if (Expression(alert, argument) is not LiteralExpressionSyntax { Token: var token } literal
            || LiteralMap.Of(token) is not { } map
            || start + length >= map.Length)
        {
            return Argument(alert, argument);
        }

        var span = TextSpan.FromBounds(token.SpanStart + map[start], token.SpanStart + map[start + length]);
        return Location.Create(literal.SyntaxTree, span);
    }

    private static ExpressionSyntax? Expression(AlertDeclaration alert, string name)
    {
        var syntax = alert.Attribute.ApplicationSyntaxReference?.GetSyntax() as AttributeSyntax;
        var arguments = syntax?.ArgumentList?.Arguments ?? default;
        for (var i = 0; i < arguments.Count; i++)
        {
            var given = arguments[i].NameEquals?.Name.Identifier.ValueText
                ?? arguments[i].NameColon?.Name.Identifier.ValueText
                ?? s_positions.ElementAtOrDefault(i);
            if (given == name)
            {
                return arguments[i].Expression;
            }
        }

        return null;
    }
}
