namespace TypedWebhookAlerts.Delivery;

/// <summary>What stands in a file's place is nothing that may be written to.</summary>
/// <param name="why">In words that are fit for a log.</param>
internal sealed class UnsafeFileException(string why) : IOException(why)
{
    /// <summary>A failure of files in words: ours, or else its kind, as a message of the system's names the
    /// path.</summary>
    public static string WordsFor(Exception exception)
        => exception is UnsafeFileException ? exception.Message : exception.GetType().Name;
}
