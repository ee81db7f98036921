using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using TypedWebhookAlerts.Generators.Parsing;

namespace TypedWebhookAlerts.Generators.Analyzers;

/// <summary>Finds where in the source an argument of the attribute, or a part of a template, stands.</summary>
internal static class AttributeLocations
{
    /// <summary>Where an argument of the alert's attribute stands, or the attribute where it is not given.</summary>
    public static Location Argument(AlertDeclaration alert, string name) => Argument(alert.Attribute, name);

    /// <summary>Where an argument of an attribute stands, or the attribute where it is not given.</summary>
    public static Location Argument(AttributeData attribute, string name)
        => Expression(attribute, name)?.GetLocation() ?? Whole(attribute);

    /// <summary>Where an attribute stands.</summary>
    public static Location Whole(AttributeData attribute)
        => attribute.ApplicationSyntaxReference?.GetSyntax().GetLocation() ?? Location.None;

    /// <summary>Where a parameter's declaration stands.</summary>
    public static Location Parameter(AlertDeclaration alert, IParameterSymbol parameter)
        => alert.Syntax.ParameterList.Parameters[parameter.Ordinal].GetLocation();

    /// <summary>Where one name of a hole stands.</summary>
    public static Location OfName(AlertDeclaration alert, string argument, TemplateHole hole, int index)
        => InTemplate(alert, argument, hole.StartOf(index), hole.Path[index].Length);

    /// <summary>Where the alignment of a hole stands.</summary>
    public static Location OfAlignment(AlertDeclaration alert, string argument, TemplateHole hole)
    {
        var start = hole.Text.IndexOf(',') + 1;
        while (hole.Text[start] == ' ')
        {
            start++;
        }

        var end = hole.Text.IndexOfAny([' ', ':', '}'], start);
        return InTemplate(alert, argument, hole.Start + start, end - start);
    }

    /// <summary>Where the format of a hole stands.</summary>
    public static Location OfFormat(AlertDeclaration alert, string argument, TemplateHole hole)
        => InTemplate(alert, argument, hole.Start + hole.Text.IndexOf(':') + 1, hole.Format!.Length);

    /// <summary>Where a part of a template stands; the whole argument where it is not a plain literal.</summary>
    public static Location InTemplate(AlertDeclaration alert, string argument, int start, int length)
        => InText(alert.Attribute, argument, start, length);

    /// <summary>Where a part of an argument's text stands; the whole argument where it is no plain literal.</summary>
    public static Location InText(AttributeData attribute, string argument, int start, int length)
    {
        if (Expression(attribute, argument) is not LiteralExpressionSyntax { Token: var token } literal
            || LiteralMap.Of(token) is not { } map
            || start + length >= map.Length)
        {
            return Argument(attribute, argument);
        }

        var span = TextSpan.FromBounds(token.SpanStart + map[start], token.SpanStart + map[start + length]);
        return Location.Create(literal.SyntaxTree, span);
    }

    private static ExpressionSyntax? Expression(AttributeData attribute, string name)
    {
        var syntax = attribute.ApplicationSyntaxReference?.GetSyntax() as AttributeSyntax;
        var arguments = syntax?.ArgumentList?.Arguments ?? default;
        for (var i = 0; i < arguments.Count; i++)
        {
            var given = arguments[i].NameEquals?.Name.Identifier.ValueText
                ?? arguments[i].NameColon?.Name.Identifier.ValueText
                ?? attribute.AttributeConstructor?.Parameters.ElementAtOrDefault(i)?.Name;
            if (given == name)
            {
                return arguments[i].Expression;
            }
        }

        return null;
    }
}
