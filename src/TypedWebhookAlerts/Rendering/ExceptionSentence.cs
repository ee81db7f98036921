namespace TypedWebhookAlerts.Rendering;

/// <summary>Says what an exception is and what caused it, a line each, not without end.</summary>
internal static class ExceptionSentence
{
    private const int MaxCauses = 4;

    public static void Write(PartWriter writer, Exception? exception)
    {
        if (exception is null)
        {
            writer.Argument("(null)"u8);
            return;
        }

        var causes = 0;
        WriteTypeAndMessage(writer, exception);
        WriteCauses(writer, exception, ref causes);
    }

    private static void WriteTypeAndMessage(PartWriter writer, Exception exception)
    {
        writer.Literal("**"u8);
        writer.Argument(ExceptionText.TypeName(exception));
        writer.Literal("**"u8);
        var message = ExceptionText.Message(exception);
        if (!string.IsNullOrWhiteSpace(message))
        {
            writer.Literal(": "u8);
            writer.Argument(message);
        }
    }

    private static void WriteCauses(PartWriter writer, Exception exception, ref int causes)
    {
        if (exception is AggregateException { InnerExceptions.Count: > 1 } aggregate)
        {
            foreach (var inner in aggregate.InnerExceptions)
            {
                WriteCause(writer, inner, ref causes);
            }
        }
        else if (exception.InnerException is { } inner)
        {
            WriteCause(writer, inner, ref causes);
        }
    }

    private static void WriteCause(PartWriter writer, Exception exception, ref int causes)
    {
        if (++causes <= MaxCauses)
        {
            writer.Literal("\ncaused by "u8);
            WriteTypeAndMessage(writer, exception);
            WriteCauses(writer, exception, ref causes);
        }
    }
}
