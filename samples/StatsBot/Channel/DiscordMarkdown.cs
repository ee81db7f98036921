using System.Text;
using System.Text.RegularExpressions;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace StatsBot.Channel;

/// <summary>Shows what Discord's markdown means, as far as alerts use it. User text never reaches Spectre's own
/// markup.</summary>
internal static partial class DiscordMarkdown
{
    private static readonly Style s_small = new(Color.Grey50);
    private static readonly Style s_counter = new(Color.Gold1, decoration: Decoration.Bold);
    private static readonly Style s_heading = new(decoration: Decoration.Bold);

    /// <summary>Shows a description or a field's value: lines, code blocks, small print.</summary>
    public static IEnumerable<IRenderable> Render(string text)
    {
        var at = 0;
        foreach (Match fence in Fence().Matches(text))
        {
            foreach (var line in Lines(text[at..fence.Index].TrimEnd('\n')))
            {
                yield return line;
            }

            yield return new CodeBlock(fence.Groups["code"].Value);
            at = fence.Index + fence.Length;
        }

        foreach (var line in Lines(text[at..].TrimStart('\n')))
        {
            yield return line;
        }
    }

    /// <summary>Shows text with inline styles only: a title, a field's name.</summary>
    public static Paragraph Line(string text, Style style)
    {
        var paragraph = new Paragraph();
        foreach (var (part, partStyle) in MarkdownSpans.Read(text, style))
        {
            paragraph.Append(part, partStyle);
        }

        return paragraph;
    }

    /// <summary>The text alone.</summary>
    public static string Plain(string text)
        => MarkdownSpans.Read(text, Style.Plain)
            .Aggregate(new StringBuilder(), (plain, span) => plain.Append(span.Text)).ToString();

    private static IEnumerable<IRenderable> Lines(string text)
        => text.Length == 0 ? [] : text.Split('\n').Select(Block);

    private static IRenderable Block(string line)
        => line switch
        {
            ['-', '#', ' ', '×', ..] => Line(line[3..], s_counter),
            ['-', '#', ' ', .. var small] => Line(small, s_small),
            ['#', ' ', .. var heading] => Line(heading, s_heading),
            ['#', '#', ' ', .. var heading] => Line(heading, s_heading),
            ['#', '#', '#', ' ', .. var heading] => Line(heading, s_heading),
            ['>', ' ', .. var quote] => new ColourBar(Line(quote, Style.Plain), Color.Grey37),
            ['-' or '*', ' ', .. var item] => Line($"• {item}", Style.Plain),
            _ => Line(line, Style.Plain),
        };

    [GeneratedRegex(@"(?<!\\)```(?:[a-z0-9+#-]*\n)?(?<code>.*?)\n?```", RegexOptions.Singleline)]
    private static partial Regex Fence();
}
