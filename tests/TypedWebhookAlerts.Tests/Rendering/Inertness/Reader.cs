using System.Text;
using TypedWebhookAlerts.Tests.Rendering.Reading;

namespace TypedWebhookAlerts.Tests.Rendering.Inertness;

/// <summary>
/// Compares what a reader sees of a template with hostile arguments and with their skeletons: character for character
/// the same look, and at the place of an argument what the argument says.
/// </summary>
internal static class Reader
{
    private const char CodeBacktick = 'ˋ';
    private const int WideOffset = 0xFEE0;

    /// <summary>Tells the first difference between a template with its arguments and with such as mean nothing; null if
    /// there is none.</summary>
    /// <param name="template">The template with its arguments.</param>
    /// <param name="render">Renders it.</param>
    /// <param name="read">Reads what is rendered.</param>
    public static string? FindDifference(
        Template template, Func<Template, string?> render, Func<string, IReadOnlyList<ShownRun>> read)
    {
        var (skeleton, hostile) = (render(template.Skeleton) ?? "", render(template) ?? "");
        var difference = FindDifference(read(skeleton), read(hostile), template.Arguments);
        return difference is null ? null : $"{difference}\n{template}\n{skeleton}\n{hostile}";
    }

    /// <summary>Tells the first difference; null if there is none.</summary>
    /// <param name="skeleton">What is seen with arguments that mean nothing.</param>
    /// <param name="hostile">What is seen with the arguments themselves.</param>
    /// <param name="arguments">What the arguments say, one after another.</param>
    public static string? FindDifference(
        IReadOnlyList<ShownRun> skeleton, IReadOnlyList<ShownRun> hostile, IEnumerable<string> arguments)
    {
        var expected = new Queue<Rune>(arguments.SelectMany(Seen.Of).Where(rune => !Skeleton.IsKept(rune)));
        var (blank, seen) = (Flatten(skeleton), Flatten(hostile));
        for (var i = 0; i < Math.Min(blank.Count, seen.Count); i++)
        {
            var ((shape, look, target), (rune, itsLook, itsTarget)) = (blank[i], seen[i]);
            var isArgument = shape.Value is Skeleton.Word or Skeleton.Other;
            // A link that is refused is text as well: what stands in it has no other look for that.
            if ((look | Look.RefusedLink) != (itsLook | Look.RefusedLink) || target != itsTarget)
            {
                return $"'{rune}' at {i} is {itsLook} and not {look}";
            }

            // The start of what is cut off, trimmed or folded is never an argument's visible rune.
            if (isArgument ? !IsShown(expected.Dequeue(), rune, itsLook) : rune != shape)
            {
                return $"'{rune}' at {i} is not what the argument or the literal says";
            }
        }

        return blank.Count == seen.Count ? null : $"{seen.Count} and not {blank.Count} characters are seen";
    }

    // The label of a link that is refused may hold code, which is then shown as it was written.
    private static bool IsShown(Rune expected, Rune shown, Look look)
        => Seen.IsShownAs(expected, shown)
            || ((look & (Look.InlineCode | Look.CodeBlock | Look.RefusedLink)) != 0
                && expected.Value == '`' && shown.Value == CodeBacktick)
            || (expected.IsAscii && shown.Value == expected.Value + WideOffset);

    // A zero-width space is ours: an argument's has a substitute.
    private static List<(Rune Rune, Look Look, string? Target)> Flatten(IReadOnlyList<ShownRun> runs)
        => [.. runs.SelectMany(run => run.Text.EnumerateRunes().Select(rune => (rune, run.Look, run.Target)))
            .Where(shown => shown.rune.Value != '\u200B')];
}
