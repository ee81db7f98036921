using TypedWebhookAlerts.Generators.Model;

namespace TypedWebhookAlerts.Generators.Parsing;

/// <summary>A hole of a template.</summary>
/// <param name="Path">The parameter's name and then members' names, without a leading <c>@</c>.</param>
/// <param name="Alignment">The least width, negative to align left, or 0.</param>
/// <param name="Format">What stands behind the colon, or null.</param>
/// <param name="Start">Where its opening brace stands in the template.</param>
/// <param name="Text">The hole as written, with its braces.</param>
internal sealed record TemplateHole(EquatableArray<string> Path, int Alignment, string? Format, int Start, string Text)
{
    /// <summary>Holes of a template differ by where they stand.</summary>
    public override int GetHashCode() => Start;

    /// <summary>Where in the template one of its names stands, behind an <c>@</c>.</summary>
    public int StartOf(int index)
    {
        var position = 1;
        for (var i = 0; ; i++)
        {
            position += Text[position] == '@' ? 1 : 0;
            if (i == index)
            {
                return Start + position;
            }

            position += Path[i].Length + 1;
        }
    }
}
