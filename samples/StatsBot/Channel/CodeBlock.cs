using Spectre.Console;
using Spectre.Console.Rendering;

namespace StatsBot.Channel;

/// <summary>Shows code without wrapping it: lines that are too long, and lines that are too many, end in dots.</summary>
internal sealed class CodeBlock(string code) : Renderable
{
    private const int MaxLines = 6;

    private static readonly Style s_style = new(Color.Grey70, Color.Grey15);
    private static readonly Style s_rest = new(Color.Grey50, Color.Grey15);

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        var lines = code.ReplaceLineEndings("\n").Replace("\t", "    ", StringComparison.Ordinal).Split('\n');
        var shown = lines.Length > MaxLines ? lines[..(MaxLines - 1)] : lines;
        return shown.SelectMany(line => Line(line, s_style, maxWidth))
            .Concat(shown.Length < lines.Length
                ? Line($"… {lines.Length - shown.Length} more lines", s_rest, maxWidth)
                : []);
    }

    private static IEnumerable<Segment> Line(string line, Style style, int maxWidth)
    {
        var text = Segment.Truncate(new Segment(line.Length == 0 ? " " : line, style), maxWidth - 1)!;
        var isCut = text.Text.Length < line.Length;
        var used = text.CellCount();
        yield return isCut ? new Segment(text.Text + "…", style) : text;
        yield return new Segment(new string(' ', Math.Max(0, maxWidth - used - (isCut ? 1 : 0))), style);
        yield return Segment.LineBreak;
    }
}
