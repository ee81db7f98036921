using Spectre.Console;
using Spectre.Console.Rendering;

namespace StatsBot.Channel;

/// <summary>Draws a coloured bar along the left of something, as Discord does for an embed.</summary>
internal sealed class ColourBar(IRenderable content, Color colour) : Renderable
{
    private const int BarWidth = 2;

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        var bar = new Segment("▌ ", new Style(colour));
        foreach (var line in Segment.SplitLines(content.Render(options, maxWidth - BarWidth)))
        {
            yield return bar;
            foreach (var segment in line)
            {
                yield return segment;
            }

            yield return Segment.LineBreak;
        }
    }
}
