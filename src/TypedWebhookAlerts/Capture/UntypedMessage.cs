using TypedWebhookAlerts.Privacy;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Capture;

/// <summary>Reads the message of an untyped alert. Where it was made of values, as a log entry's is, it holds each
/// without its name: what is a secret by its name alone is taken out of it here.</summary>
internal static class UntypedMessage
{
    /// <summary>The message without the values that are not to leave.</summary>
    /// <param name="untyped">The alert, before any of its fields is read.</param>
    /// <param name="redactor">Knows them.</param>
    public static AlertText Of(UntypedReader untyped, TextRedactor redactor)
    {
        var message = untyped.Message;
        while (untyped.TryReadField(out var name, out var value))
        {
            var at = value.Value.IsEmpty ? -1 : message.Value.IndexOf(value.Value);
            if (at >= 0 && redactor.Redact(value.Value, name.Value, value.IsCut) is { } redacted)
            {
                message = Replace(message, at, value, redacted);
            }
        }

        return message;
    }

    private static AlertText Replace(AlertText message, int at, AlertText value, string redacted)
    {
        // How far a value goes on in the message that is captured cut is not known.
        return value.IsCut
            ? new AlertText(string.Concat(message.Value[..at], redacted), isCut: true)
            : new AlertText(
                message.Value.ToString().Replace(value.Value.ToString(), redacted, StringComparison.Ordinal),
                message.IsCut);
    }
}
