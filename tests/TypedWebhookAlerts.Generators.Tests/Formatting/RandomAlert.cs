using CsCheck;
using TypedWebhookAlerts.Generators.Tests.Harness;

namespace TypedWebhookAlerts.Generators.Tests.Formatting;

/// <summary>An alert of random parameters and templates, with some calls of it.</summary>
internal sealed record RandomAlert(
    IReadOnlyList<FormattedType> Types,
    RandomTemplate Description,
    RandomTemplate Title,
    RandomTemplate Footer,
    Func<RunningAlerts, object?>[][] Calls)
{
    private const int CallCount = 3;

    private static readonly string[] s_names = ["alpha", "@class", "record", "größe"];
    private static readonly string[] s_fields = ["Alpha", "Class", "Record", "Größe"];

    public static Gen<RandomAlert> Any { get; } = Gen.Int[0, FormattedTypes.All.Count - 1]
        .Array[1, s_names.Length]
        .Select(indices => (FormattedType[])[.. indices.Select(index => FormattedTypes.All[index])])
        .SelectMany(types =>
        {
            var template = RandomTemplate.Of(s_names[..types.Length], types);
            return Gen.Select(template, template, template, Arguments(types).Array[CallCount],
                (description, title, footer, calls) => new RandomAlert(types, description, title, footer, calls));
        });

    public string Declare(string name)
        => $"[WebhookAlert(LogLevel.Error, {Description}, Title = {Title}, Footer = {Footer})]\n"
            + $"public static partial void {name}("
            + string.Join(", ", Types.Select((type, slot) => $"{type.Name} {s_names[slot]}")) + ");\n";

    /// <summary>What each part must read, by string.Format.</summary>
    public IEnumerable<(string Part, string Text)> Expect(object?[] arguments)
    {
        object[] shown = [.. arguments.Select(argument => argument ?? "(null)")];
        yield return ("title", Title.Expect(shown));
        yield return ("description", Description.Expect(shown));
        var inHoles = Title.Slots.Concat(Description.Slots).Concat(Footer.Slots).ToHashSet();
        foreach (var slot in Enumerable.Range(0, Types.Count).Where(slot => !inHoles.Contains(slot)))
        {
            yield return ($"field {s_fields[slot]}", RandomTemplate.Utf8(
                string.Format(System.Globalization.CultureInfo.InvariantCulture, "{0}", shown[slot])));
        }

        yield return ("footer", Footer.Expect(shown));
    }

    private static Gen<Func<RunningAlerts, object?>[]> Arguments(FormattedType[] types)
        => types.Aggregate(
            Gen.Const(Array.Empty<Func<RunningAlerts, object?>>()),
            (all, type) => Gen.Select(all, type.Values, (values, value)
                => (Func<RunningAlerts, object?>[])[.. values, value]));
}
