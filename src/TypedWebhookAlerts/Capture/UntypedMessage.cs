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
            var at = value.Value.IsEmpty ? -1 : IndexOf(value.Value, message);
            if (at >= 0 && redactor.Redact(value.Value, name.Value, value.IsCut) is { } redacted)
            {
                message = Replace(message, at, value, redacted);
            }
        }

        return message;
    }

    /// <summary>Where the message has the value first, or its begin where the message is captured cut.</summary>
    private static int IndexOf(ReadOnlySpan<char> value, AlertText message)
    {
        var at = message.Value.IndexOf(value);
        return at < 0 && message.IsCut ? HalfAtEnd(value, message.Value) : at;
    }

    private static int HalfAtEnd(ReadOnlySpan<char> value, ReadOnlySpan<char> message)
    {
        for (var at = Math.Max(0, message.Length - value.Length + 1); at < message.Length; at++)
        {
            if (value.StartsWith(message[at..]))
            {
                return at;
            }
        }

        return -1;
    }

    private static AlertText Replace(AlertText message, int at, AlertText value, string redacted)
    {
        if (value.IsCut)
        {
            // How far a value goes on in the message that is captured cut is not known.
            return new AlertText(string.Concat(message.Value[..at], redacted), isCut: true);
        }

        var text = message.Value.ToString().Replace(value.Value.ToString(), redacted, StringComparison.Ordinal);
        return message.IsCut && HalfAtEnd(value.Value, text) is var half and >= 0
            ? new AlertText(string.Concat(text.AsSpan(0, half), redacted), isCut: true)
            : new AlertText(text, message.IsCut);
    }
}
