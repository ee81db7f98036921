using System.Globalization;
using TypedWebhookAlerts.Generators.Model;

namespace TypedWebhookAlerts.Generators.Emission;

/// <summary>Writes what an alert will look like as the documentation of a method that has none: where it goes, then its
/// parts in the order in which Discord shows them.</summary>
internal sealed class PreviewEmitter
{
    private readonly AlertMethod _alert;

    private PreviewEmitter(AlertMethod alert) => _alert = alert;

    public static void Emit(SourceBuilder code, AlertMethod alert)
    {
        var look = new PreviewEmitter(alert);
        var lines = look.Paragraphs().Where(paragraph => paragraph.Length > 0).Select(text => $"<para>{text}</para>");
        code.Line("/// <summary>");
        foreach (var line in lines.Prepend(look.Heading()).SelectMany(text => text.Split('\n')))
        {
            code.Line("/// " + line);
        }

        code.Line("/// </summary>");
    }

    private string Heading()
    {
        var settings = _alert.Settings;
        var level = Levels.Name(settings.Level);
        return (level switch { null => "Alert", "None" => "Alert that is never sent", _ => level + " alert" })
            + (settings.Route is null ? string.Empty : $" to <c>{Xml.Escape(settings.Route)}</c>")
            + (settings.Color < 0 ? string.Empty : $", #{settings.Color.ToString("X6", CultureInfo.InvariantCulture)}");
    }

    private IEnumerable<string> Paragraphs()
    {
        var look = _alert.Look;
        yield return Wrap("b", Words(look.Title));
        yield return Words(look.Description);
        foreach (var index in look.Exceptions)
        {
            yield return $"<c>{Placeholder(index)}</c> with its stack trace";
        }

        yield return Fields(look.Fields);
        yield return Wrap("i", Words(look.Footer));
    }

    // Those that may stand beside each other do so here too.
    private string Fields(EquatableArray<AlertField> fields)
        => string.Concat(fields.Select((field, index)
            => Between(index == 0 ? null : fields[index - 1], field) + Field(field)));

    private static string Between(AlertField? previous, AlertField field)
        => previous is null ? string.Empty : previous.IsInline && field.IsInline ? " · " : "<br/>\n";

    private string Field(AlertField field)
    {
        var value = Placeholder(field.Value);
        return $"<b>{Xml.Escape(field.Name)}</b>: {(field.IsCodeBlock ? $"<c>{value}</c>" : value)}";
    }

    private string Words(EquatableArray<TextPart> parts)
        => string.Concat(parts.Select(part
            => part.Literal is { } literal ? Xml.Escape(literal) : Placeholder(part.Value)));

    private string Placeholder(int index)
    {
        var value = _alert.Values[index];
        return value.Type.Kind == ValueKind.Secret ? "[secret]" : $"{{{value.Path}}}";
    }

    private static string Wrap(string tag, string text) => text.Length == 0 ? text : $"<{tag}>{text}</{tag}>";
}
