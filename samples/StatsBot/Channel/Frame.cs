using Spectre.Console.Rendering;

namespace StatsBot.Channel;

/// <summary>Lines that replace the last ones on the screen, in one write, so that nothing flickers.</summary>
internal sealed class Frame(int replacedLines, IReadOnlyList<SegmentLine> lines) : Renderable
{
    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        if (replacedLines > 0)
        {
            yield return Segment.Control($"\e[{replacedLines}F\e[J");
        }

        foreach (var line in lines)
        {
            foreach (var segment in line)
            {
                yield return segment;
            }

            yield return Segment.LineBreak;
        }
    }
}
