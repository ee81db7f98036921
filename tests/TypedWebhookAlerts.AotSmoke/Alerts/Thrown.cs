namespace TypedWebhookAlerts.AotSmoke.Alerts;

/// <summary>An exception that was thrown, so that it has a stack trace.</summary>
internal static class Thrown
{
    public static Exception Here()
    {
        try
        {
            throw new InvalidOperationException("The cache is empty", new IOException("disk full"));
        }
        catch (InvalidOperationException exception)
        {
            return exception;
        }
    }
}
