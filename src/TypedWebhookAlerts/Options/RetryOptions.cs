namespace TypedWebhookAlerts;

/// <summary>How failures that pass are outlasted: answers of 500 and above, and a network that does not
/// connect.</summary>
public sealed class RetryOptions
{
    /// <summary>How often a request is repeated in a row. The default value is 5; from 0 to 100. After that its alerts
    /// wait in the queue, and are tried again until <see cref="GiveUpAfter"/>.</summary>
    public int MaxAttempts { get; set; } = 5;

    /// <summary>The pause before the first repetition, on average; each further one is twice as long. The default value
    /// is 1 second; from 10 milliseconds to 1 minute.</summary>
    public TimeSpan Delay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest pause. The default value is 16 seconds; from <see cref="Delay"/> to 10 minutes.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(16);

    /// <summary>How long an alert waits, from when it was queued, for a webhook that fails; then it goes to another
    /// route or into the fallback file. The default value is 10 minutes; from 1 second to 7 days.</summary>
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromMinutes(10);
}
