using System.Text;
using TypedWebhookAlerts.Privacy;

namespace TypedWebhookAlerts.Rendering;

/// <summary>
/// Reads an exception's texts, and takes out what is not to leave before anything is cut. They may be a user's own
/// code, so each read is guarded.
/// </summary>
internal static class ExceptionText
{
    /// <summary>The most characters of a message: a description holds no more.</summary>
    public const int MaxLength = DiscordLimits.Description;

    /// <summary>So much of a message is looked at, which is far more than is shown.</summary>
    private const int MostOfMessage = 16 * MaxLength;

    /// <summary>So much of a stack trace is looked at from its begin, and as much from its end: an override's may be
    /// endless.</summary>
    private const int MostOfTrace = 512 * 1024;

    private const int MaxTypeDepth = 3;

    /// <summary>The type and the message.</summary>
    /// <param name="exception">The exception; null is <c>(null)</c>.</param>
    /// <param name="redactor">Takes out of the message what is not to leave.</param>
    public static string Summary(Exception? exception, TextRedactor redactor)
    {
        if (exception is null)
        {
            return "(null)";
        }

        var message = Message(exception, redactor);
        return string.IsNullOrWhiteSpace(message) ? TypeName(exception) : $"{TypeName(exception)}: {message}";
    }

    /// <summary>The type and the message as they are, to be redacted when they are shown: cut like what is captured.
    /// </summary>
    public static AlertText RawSummary(Exception exception)
    {
        var summary = Summary(exception, TextRedactor.None);
        return summary.Length <= MaxLength ? summary : new AlertText(summary.AsSpan(0, MaxLength - 1), isCut: true);
    }

    /// <summary>The type's name as a developer writes it: arguments in angle brackets, nested types after a
    /// dot.</summary>
    public static string TypeName(Exception exception) => TypeName(exception.GetType(), 0);

    /// <summary>The message as it is, to be captured: what is captured is redacted when it is shown.</summary>
    public static string RawMessage(Exception exception) => Read(exception, static e => e.Message, "message");

    /// <summary>The message, to be shown.</summary>
    public static string Message(Exception exception, TextRedactor redactor)
        => Cut(redactor.RedactStart(RawMessage(exception), MostOfMessage));

    /// <summary>The stack trace, to be shown: however long.</summary>
    public static TraceText StackTrace(Exception exception, TextRedactor redactor)
    {
        var trace = RawStackTrace(exception);
        if (trace.Length <= 2 * MostOfTrace)
        {
            return new TraceText(Redacted(trace.AsMemory(), redactor, isCut: false), Last: default, IsWhole: true);
        }

        // A line that is not seen from its begin may hold the half of a secret.
        var last = trace.AsMemory(trace.Length - MostOfTrace);
        var line = last.Span.IndexOf('\n') + 1;
        return new TraceText(
            Redacted(trace.AsMemory(0, MostOfTrace), redactor, isCut: true),
            line == 0 ? default : Redacted(last[line..], redactor, isCut: false),
            IsWhole: false);
    }

    /// <summary>The stack trace as it is, however long.</summary>
    public static string RawStackTrace(Exception exception) => Read(exception, static e => e.StackTrace, "stack trace");

    /// <summary>What the exception says by itself, with all that caused it, as it is.</summary>
    public static string RawText(Exception exception) => Read(exception, static e => e.ToString(), "text");

    private static string TypeName(Type type, int depth)
    {
        if (!type.IsGenericType)
        {
            return (type.FullName ?? type.Name).Replace('+', '.');
        }

        // The full name of a constructed type carries the assembly-qualified names of its arguments.
        var definition = type.GetGenericTypeDefinition();
        var name = new StringBuilder();
        AppendWithoutArity(name, definition.FullName ?? definition.Name);
        if (depth < MaxTypeDepth)
        {
            var arguments = type.GetGenericArguments().Select(argument => TypeName(argument, depth + 1));
            name.Append('<').AppendJoin(", ", arguments).Append('>');
        }

        return name.ToString();
    }

    private static void AppendWithoutArity(StringBuilder name, ReadOnlySpan<char> fullName)
    {
        var isArity = false;
        foreach (var character in fullName)
        {
            isArity = character == '`' || (isArity && char.IsAsciiDigit(character));
            if (!isArity)
            {
                name.Append(character == '+' ? '.' : character);
            }
        }
    }

    private static string Read(Exception exception, Func<Exception, string?> read, string what)
    {
        try
        {
            return read(exception) ?? string.Empty;
        }
        catch (Exception thrown)
        {
            // Whatever a user's override throws, the alert goes out.
            return $"(its {what} threw {thrown.GetType().Name})";
        }
    }

    private static ReadOnlyMemory<char> Redacted(ReadOnlyMemory<char> text, TextRedactor redactor, bool isCut)
        => redactor.Redact(text.Span, before: default, isCut) is { } redacted ? redacted.AsMemory() : text;

    private static string Cut(string text)
    {
        if (text.Length <= MaxLength)
        {
            return text;
        }

        var length = char.IsHighSurrogate(text[MaxLength - 2]) ? MaxLength - 2 : MaxLength - 1;
        return string.Concat(text.AsSpan(0, length), "…");
    }
}
