namespace TypedWebhookAlerts.Rendering;

/// <summary>Reads an exception's texts. They may be a user's own code, so each read is guarded.</summary>
internal static class ExceptionText
{
    public static string Summary(Exception? exception)
        => exception is null ? "(null)" : $"{TypeName(exception)}: {Message(exception)}";

    public static string TypeName(Exception exception) => exception.GetType().FullName ?? exception.GetType().Name;

    public static string Message(Exception exception) => Guard(() => exception.Message, "message");

    public static string StackTrace(Exception exception) => Guard(() => exception.StackTrace ?? string.Empty, "stack trace");

    private static string Guard(Func<string> read, string what)
    {
        try
        {
            return read() ?? string.Empty;
        }
#pragma warning disable CA1031 // whatever a user's override throws, the alert goes out
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            return $"(its {what} threw {thrown.GetType().Name})";
        }
    }
}
