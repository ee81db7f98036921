using System.Globalization;
using TypedWebhookAlerts.Privacy;

namespace TypedWebhookAlerts.Rendering;

/// <summary>Says what an exception is and what caused it, a line each, not without end.</summary>
internal static class ExceptionSentence
{
    private const int MaxCauses = 4;

    /// <summary>Writes it.</summary>
    /// <param name="writer">Writes the part that it stands in.</param>
    /// <param name="exception">The exception; null is shown as <c>(null)</c>.</param>
    /// <param name="redactor">Takes out of the messages what is not to leave.</param>
    public static void Write(PartWriter writer, Exception? exception, TextRedactor redactor)
    {
        if (exception is null)
        {
            writer.Argument("(null)"u8);
            return;
        }

        WriteTypeAndMessage(writer, exception, redactor);
        var causes = ExceptionCauses.Of(exception);
        var innermost = ExceptionCauses.Innermost(exception);
        foreach (var cause in causes.Take(MaxCauses))
        {
            WriteCause(writer, cause, redactor);
        }

        var isInnermostMissing = innermost != exception && !ExceptionCauses.Has(causes.Take(MaxCauses), innermost);
        WriteMissing(writer, causes.Count - MaxCauses - (isInnermostMissing ? 1 : 0), causes.Count);
        if (isInnermostMissing)
        {
            WriteCause(writer, innermost, redactor);
        }
    }

    private static void WriteMissing(PartWriter writer, int missing, int visited)
    {
        if (missing > 0)
        {
            writer.Literal("\n… "u8);
            writer.Argument(missing.ToString(CultureInfo.InvariantCulture));
            writer.Literal(visited == ExceptionCauses.MostVisited ? "+ more …"u8 : " more …"u8);
        }
    }

    private static void WriteTypeAndMessage(PartWriter writer, Exception exception, TextRedactor redactor)
    {
        writer.Literal("**"u8);
        writer.Argument(ExceptionText.TypeName(exception));
        writer.Literal("**"u8);
        var message = ExceptionText.Message(exception, redactor);
        if (!string.IsNullOrWhiteSpace(message))
        {
            writer.Literal(": "u8);
            writer.Argument(message);
        }
    }

    private static void WriteCause(PartWriter writer, Exception cause, TextRedactor redactor)
    {
        writer.Literal("\ncaused by "u8);
        WriteTypeAndMessage(writer, cause, redactor);
    }
}
