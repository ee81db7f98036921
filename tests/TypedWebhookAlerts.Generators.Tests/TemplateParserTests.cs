using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using TypedWebhookAlerts.Generators.Parsing;
using TypedWebhookAlerts.Tests;

namespace TypedWebhookAlerts.Generators.Tests;

public sealed class TemplateParserTests
{
    private static readonly Gen<string> s_words = Gen
        .OneOfConst("a", "{", "}", "\"", "\\", "\n", "🚨", "\uD800", ":", ",", ".", "@")
        .Array[1, 6]
        .Select(string.Concat);

    private static readonly Gen<TemplateHole> s_hole = Gen.Select(
        Gen.OneOfConst("a", "class", "über", "_1").Array[1, 3],
        Gen.Int[-20, 20],
        Gen.OneOfConst(null, "N2", "d\\.hh\\:mm", "<t:R>", "\"", ":"),
        (path, alignment, format) => new TemplateHole(new(path), alignment, format, 0, string.Empty));

    [Fact]
    public void WhatIsPrintedIsParsedBack()
        => Gen.OneOf(
                s_words.Select(words => new TemplateSegment(words, null)),
                s_hole.Select(hole => new TemplateSegment(null, hole)))
            .Array[0, 8]
            .Hold(
                segments =>
                {
                    var text = string.Concat(segments.Select(Print));

                    var template = TemplateParser.Parse(text);

                    Assert.Null(template.Problem);
                    Assert.Equal(text, string.Concat(template.Segments.Select(Print)));
                    Assert.Equal(Merge(segments), template.Segments.Select(Print));
                    Assert.All(template.Holes, hole => Assert.Equal(
                        hole.Text, text.Substring(hole.Start, hole.Text.Length)));
                },
                count: 2000);

    [Fact]
    public void WhatStringFormatRefusesIsRefused()
    {
        // Seven stands for digits of an alignment, zero for a hole's number, which is a name here; samples that put
        // one where only the other may be say nothing.
        var ambiguous = new Regex(@"\{7|[,\-7 ]0");
        Gen.OneOfConst('{', '{', '}', '}', '0', '0', ',', ':', '-', '7', ' ', '!').Array[0, 12]
            .Select(characters => new string(characters))
            .Where(text => !ambiguous.IsMatch(text))
            .Hold(
                text => Assert.Equal(
                    IsComposite(text), TemplateParser.Parse(text.Replace('0', 'a')).Problem is null),
                count: 20_000);
    }

    [Fact]
    public void AProblemLiesWithinTheTemplate()
        => Gen.OneOfConst('{', '}', 'a', ',', ':', '.', '@', '\0', '\uDC00').Array[0, 10]
            .Select(characters => new string(characters))
            .Hold(
                text =>
                {
                    if (TemplateParser.Parse(text).Problem is { } problem)
                    {
                        Assert.InRange(problem.Start, 0, text.Length - 1);
                        Assert.InRange(problem.Length, 1, text.Length - problem.Start);
                    }
                },
                count: 5000);

    private static bool IsComposite(string text)
    {
        try
        {
            CompositeFormat.Parse(text);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    // Neighbouring words are one literal.
    private static List<string> Merge(IEnumerable<TemplateSegment> segments)
    {
        var merged = new List<string>();
        var lastIsLiteral = false;
        foreach (var segment in segments)
        {
            if (segment.Literal is not null && lastIsLiteral)
            {
                merged[^1] += Print(segment);
            }
            else
            {
                merged.Add(Print(segment));
            }

            lastIsLiteral = segment.Literal is not null;
        }

        return merged;
    }

    private static string Print(TemplateSegment segment)
    {
        if (segment.Hole is not { } hole)
        {
            return segment.Literal!
                .Replace("{", "{{", StringComparison.Ordinal)
                .Replace("}", "}}", StringComparison.Ordinal);
        }

        var alignment = hole.Alignment == 0 ? string.Empty : "," + hole.Alignment;
        var format = hole.Format is null ? string.Empty : ":" + hole.Format;
        return "{" + string.Join('.', hole.Path) + alignment + format + "}";
    }
}
