using TypedWebhookAlerts.Generators.Model;

namespace TypedWebhookAlerts.Generators.Parsing;

/// <summary>A template taken apart.</summary>
/// <param name="Segments">Its words and holes in order.</param>
/// <param name="Problem">What is wrong with its form, or null. A template with a problem is one literal.</param>
internal sealed record Template(EquatableArray<TemplateSegment> Segments, TemplateProblem? Problem)
{
    public IEnumerable<TemplateHole> Holes
        => Segments.Where(segment => segment.Hole is not null).Select(segment => segment.Hole!);
}
