using TypedWebhookAlerts.Generators.Parsing;

namespace TypedWebhookAlerts.Fuzzing;

/// <summary>A template as a developer types it, into the compiler.</summary>
internal static class TemplateTarget
{
    public static void Run(byte[] input)
    {
        var text = FuzzText.Of(input);
        var template = TemplateParser.Parse(text);
        if (template.Problem is { } problem)
        {
            Promise.Holds(
                problem.Start >= 0 && problem.Length >= 1 && problem.Start + problem.Length <= text.Length,
                "a problem lies within the template");
            return;
        }

        Promise.Holds(
            string.Concat(template.Segments.Select(Print)) == text, "the segments together are the template");
        foreach (var hole in template.Holes)
        {
            Promise.Holds(
                text.AsSpan(hole.Start).StartsWith(hole.Text, StringComparison.Ordinal), "a hole is where it says");
        }
    }

    private static string Print(TemplateSegment segment)
        => segment.Hole?.Text ?? segment.Literal!.Replace("{", "{{", StringComparison.Ordinal)
            .Replace("}", "}}", StringComparison.Ordinal);
}
