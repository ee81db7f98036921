using Spectre.Console.Rendering;

namespace StatsBot.Channels;

/// <summary>Cuts lines that are too long for the terminal.</summary>
internal static class Ellipsis
{
    /// <summary>Cuts a line to a width in cells; dots tell that it was longer.</summary>
    public static IEnumerable<Segment> Cut(IEnumerable<Segment> line, int maxWidth)
    {
        var left = maxWidth;
        foreach (var segment in line)
        {
            var width = segment.CellCount();
            if (width > left)
            {
                // Nothing fits before the dots when a wide character would stand there.
                var start = left > 1 ? Segment.Truncate(segment, left - 1)?.Text : null;
                yield return new Segment(start + (left > 0 ? "…" : string.Empty), segment.Style);
                yield break;
            }

            left -= width;
            yield return segment;
        }
    }
}
