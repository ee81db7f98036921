using System.Globalization;
using TypedWebhookAlerts.Capture;
using TypedWebhookAlerts.Privacy;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>Reads an alert's record for the log: what it says, its values by name, and its first exception; all without
/// what is not to leave. Numbers and times stay what they are.</summary>
internal readonly record struct LoggedValues(AlertLogState State, Exception? Exception)
{
    public static LoggedValues OfDeclared(
        in AlertRecord record, LoggedAlert logged, LogMessageFormatter formatter, TextRedactor redactor)
    {
        var alert = record.Descriptor;
        var reader = record.CreateReader();
        formatter.Forget();
        alert.Render(ref reader, formatter);
        var message = formatter.Take();

        var values = new List<KeyValuePair<string, object?>>(alert.Parameters.Count + 1);
        Exception? exception = null;
        reader = record.CreateReader();
        for (var i = 0; i < alert.Parameters.Count; i++)
        {
            var parameter = alert.Parameters[i];
            if (parameter.IsText)
            {
                var text = reader.ReadText();
                var shown = formatter.ShownFor(text.Value) ?? TextOf(text, parameter.Name, redactor);
                values.Add(new(logged.Names[i], shown));
                continue;
            }

            var value = parameter.Read(ref reader, formatter.Classification);
            if ((parameter.Role & AlertParameterRole.Classified) != 0)
            {
                // What a redactor leaves is text like any other.
                var left = (string?)value;
                var shown = formatter.ShownFor(left) ?? TextOf(left, parameter.Name, redactor);
                values.Add(new(logged.Names[i], shown));
                continue;
            }

            if (value is Exception thrown && exception is null)
            {
                exception = RedactedException.Of(thrown, redactor);
            }
            else
            {
                values.Add(new(logged.Names[i], Show(value, parameter, formatter, redactor)));
            }
        }

        values.Add(new(AlertLogState.Template, logged.Template));
        return new LoggedValues(new AlertLogState(message, [.. values]), exception);
    }

    public static LoggedValues OfUntyped(in AlertRecord record, TextRedactor redactor)
    {
        var untyped = new UntypedReader(record.CreateReader());
        var message = TextOf(UntypedMessage.Of(untyped, redactor), before: default, redactor)
            ?? AlertText.Null.ToString();
        var values = new List<KeyValuePair<string, object?>> { new("message", message) };
        while (untyped.TryReadField(out var name, out var value))
        {
            var shown = TextOf(name, before: default, redactor) ?? AlertText.Null.ToString();
            values.Add(new(shown, TextOf(value, shown, redactor)));
        }

        values.Add(new(AlertLogState.Template, record.Descriptor.Template));
        var exception = untyped.Exception is { } thrown ? RedactedException.Of(thrown, redactor) : null;
        return new LoggedValues(new AlertLogState(message, [.. values]), exception);
    }

    /// <summary>A text as a log may have it; null if there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="before">What it is, by its name.</param>
    /// <param name="redactor">Takes out of it what is not to leave.</param>
    public static string? TextOf(AlertText text, ReadOnlySpan<char> before, TextRedactor redactor)
        => text.IsNull ? null : redactor.Redact(text.Value, before, text.IsCut) ?? text.ToString();

    private static object? Show(
        object? value, AlertParameter parameter, LogMessageFormatter formatter, TextRedactor redactor) => value switch
    {
        Exception exception => RedactedException.Of(exception, redactor),
        ulong id when (parameter.Role & AlertParameterRole.UserId) != 0 && !redactor.UserIds.ShowsIds
            => redactor.UserIds.Apply(id),
        IFormattable key when formatter.HasRedacted || KeySearch.MayTell(parameter.Name)
            => ShowKey(key.ToString(null, CultureInfo.InvariantCulture), parameter, formatter, redactor) ?? value,
        _ => value,
    };

    /// <summary>What stands for a number or a GUID that the message does not show, or that is a secret by its name.
    /// </summary>
    private static string? ShowKey(
        string key, AlertParameter parameter, LogMessageFormatter formatter, TextRedactor redactor)
        => formatter.ShownFor(key) ?? redactor.Redact(key, parameter.Name, isCut: false);
}
