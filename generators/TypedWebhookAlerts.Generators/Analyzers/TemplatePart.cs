using TypedWebhookAlerts.Generators.Parsing;

namespace TypedWebhookAlerts.Generators.Analyzers;

/// <summary>A part of an alert that a template fills.</summary>
/// <param name="Argument">The attribute's argument.</param>
/// <param name="Name">What the part is called in messages.</param>
/// <param name="Limit">The most code points that Discord shows of it.</param>
/// <param name="Text">The template as written.</param>
/// <param name="Template">The template taken apart.</param>
internal sealed record TemplatePart(string Argument, string Name, int Limit, string Text, Template Template)
{
    /// <summary>The parts whose templates are given and well-formed: of one that is not, TWA1001 alone speaks.
    /// </summary>
    public static IEnumerable<TemplatePart> Of(AlertDeclaration alert)
        => All(alert).Where(part => part.Text.Length > 0 && part.Template.Problem is null);

    private static IEnumerable<TemplatePart> All(AlertDeclaration alert)
    {
        yield return new TemplatePart(
            "template",
            "description",
            EmbedLimits.Description,
            alert.DeclaredTemplate ?? string.Empty,
            alert.Description);
        yield return new TemplatePart(
            "Title", "title", EmbedLimits.Title, alert.Named<string>("Title") ?? string.Empty, alert.Title);
        yield return new TemplatePart(
            "Footer", "footer", EmbedLimits.Footer, alert.Named<string>("Footer") ?? string.Empty, alert.Footer);
    }
}
