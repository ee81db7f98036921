using System.Globalization;

namespace TypedWebhookAlerts.Rendering;

/// <summary>Cuts a stack trace in its middle, at the ends of lines.</summary>
internal static class TraceCut
{
    /// <summary>What a line such as <c>… 1,048,576+ lines …</c> takes, with its line feed.</summary>
    private const int MarkCodePoints = 22;

    /// <summary>A line is not begun in less.</summary>
    private const int LeastLine = 8;

    /// <summary>Cuts a text that does not fit.</summary>
    /// <param name="sections">The traces of the exceptions.</param>
    /// <param name="innermost">Which of them is the innermost exception's.</param>
    /// <param name="room">The most code points.</param>
    public static string Create(IReadOnlyList<TraceLines> sections, int innermost, int room)
        => room < 4 * MarkCodePoints ? ShortText.Of(sections[0].First[0], room)
            : sections.Count == 1 ? Cut(sections[0], room - MarkCodePoints)
            : Cut(sections, innermost, room - (2 * MarkCodePoints));

    /// <summary>The first lines and, in less of the room, the last: where it happened, and on whose behalf.</summary>
    private static string Cut(TraceLines trace, int room)
    {
        var last = Take(trace.Last, trace.Count - 1, room / 4);
        var first = Take(trace.First, trace.Count - last.Count, room - Cost(last), mayCut: true);
        last.Reverse();
        var between = trace.Count - first.Count - last.Count;
        return Join([.. first, .. Mark(between, trace.IsCounted), .. last]);
    }

    private static string Cut(IReadOnlyList<TraceLines> sections, int innermost, int room)
    {
        var before = sections.Take(innermost).ToList();
        var inner = sections[innermost];

        // Each of the two has half of the room, and what the other does not need of it.
        var share = room - Math.Min(room / 2, before.Sum(section => section.CodePoints));
        var second = Take(inner.First, inner.Count, share, mayCut: true);
        var total = before.Sum(section => section.Count);
        var first = Take(before.SelectMany(section => section.First), total, room - Cost(second), mayCut: true);
        var behind = sections.Skip(innermost).Sum(section => section.Count) - second.Count;
        var isCounted = sections.All(section => section.IsCounted);
        return Join(
            [.. first, .. Mark(total - first.Count, isCounted), .. second, .. Mark(behind, isCounted)]);
    }

    private static List<string> Take(IEnumerable<string> lines, int most, int room, bool mayCut = false)
    {
        var taken = new List<string>();
        foreach (var line in lines.Take(most))
        {
            var cost = TraceLines.Cost(line);
            if (cost > room)
            {
                if (mayCut && taken.Count == 0 && room > LeastLine)
                {
                    taken.Add(ShortText.Of(line, room - 1));
                }

                break;
            }

            taken.Add(line);
            room -= cost;
        }

        return taken;
    }

    private static int Cost(List<string> lines) => lines.Sum(TraceLines.Cost);

    private static string Join(IEnumerable<string> lines) => string.Join('\n', lines);

    private static IEnumerable<string> Mark(int lines, bool isCounted) => lines switch
    {
        <= 0 => [],
        1 => ["… 1 line …"],
        _ => [string.Create(CultureInfo.InvariantCulture, $"… {lines:N0}{(isCounted ? "" : "+")} lines …")],
    };
}
