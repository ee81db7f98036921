using TypedWebhookAlerts.Generators.Model;

namespace TypedWebhookAlerts.Generators.Emission;

/// <summary>Writes what an alert will look like as the documentation of a method that has none.</summary>
internal static class PreviewEmitter
{
    public static void Emit(SourceBuilder code, AlertMethod alert)
    {
        var settings = alert.Settings;
        var level = Levels.Name(settings.Level) ?? "Alert";
        var route = settings.Route is null ? string.Empty : $" to <c>{Escape(settings.Route)}</c>";
        var title = string.IsNullOrEmpty(settings.Title) ? string.Empty : $"<b>{Escape(settings.Title!)}</b>";
        var words = new[] { title, Escape(settings.Template) }.Where(part => part.Length > 0);
        var first = $"/// <summary>{level}{route}: {string.Join("<br/>", words)}";
        var values = alert.Look.Fields
            .Select(field => $"{Escape(field.Name)}: {Placeholder(alert.Values[field.Value])}")
            .Concat(alert.Look.Exceptions.Select(index => alert.Values[index].Path))
            .ToArray();
        if (values.Length == 0)
        {
            code.Line(first + "</summary>");
            return;
        }

        code.Line(first + "<br/>");
        code.Line($"/// {string.Join(" · ", values)}</summary>");
    }

    private static string Placeholder(CapturedValue value)
        => value.Type.Kind == ValueKind.Secret ? "[secret]" : $"{{{value.Path}}}";

    private static string Escape(string text)
        => string.Concat(text.Select((character, index) => character switch
        {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '\n' => "<br/>",
            _ when char.IsSurrogate(character) => Surrogate(text, index),
            _ when char.IsControl(character) || character is '\u2028' or '\u2029' or '\uFFFE' or '\uFFFF' => " ",
            _ => character.ToString(),
        }));

    // XML holds no half of a pair.
    private static string Surrogate(string text, int index)
        => char.IsSurrogatePair(text, index) || (index > 0 && char.IsSurrogatePair(text, index - 1))
            ? text[index].ToString()
            : "\uFFFD";
}
