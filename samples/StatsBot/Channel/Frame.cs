using Spectre.Console.Rendering;

namespace StatsBot.Channel;

/// <summary>Lines that replace the last ones on the screen, in one write, so that nothing flickers.</summary>
internal sealed class Frame(int replacedLines, IReadOnlyList<SegmentLine> lines) : Renderable
{
    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        if (replacedLines > 0)
        {
            yield return Segment.Control($"\e[{replacedLines}F");
        }

        foreach (var line in lines)
        {
            foreach (var segment in line)
            {
                yield return segment;
            }

            yield return Segment.Control("\e[K");
            yield return Segment.LineBreak;
        }

        // Erased at the end and not at the start: terminals keep a copy of a screen that is erased as a whole.
        yield return Segment.Control("\e[J");
    }
}
