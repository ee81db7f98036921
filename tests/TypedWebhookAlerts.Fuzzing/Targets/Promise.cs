namespace TypedWebhookAlerts.Fuzzing;

/// <summary>What a target promises of whatever it is given.</summary>
internal static class Promise
{
    /// <exception cref="PromiseBrokenException">It does not hold.</exception>
    public static void Holds(bool isKept, string promise)
    {
        if (!isKept)
        {
            throw new PromiseBrokenException(promise);
        }
    }
}
