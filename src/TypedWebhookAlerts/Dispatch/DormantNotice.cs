namespace TypedWebhookAlerts.Dispatch;

/// <summary>Says, once, that alerts are raised and nothing sends them.</summary>
/// <param name="time">The clock.</param>
/// <param name="standardError">Where it says so; the process's own by default.</param>
internal sealed class DormantNotice(TimeProvider time, TextWriter? standardError) : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    private ITimer? _deadline;

    /// <summary>Waits from the first alert on.</summary>
    /// <param name="isDormant">Asked at the end of the patience, on a timer's thread.</param>
    public void Begin(Func<bool> isDormant)
        => _deadline = time.CreateTimer(_ => Tell(isDormant), null, s_patience, Timeout.InfiniteTimeSpan);

    public void Dispose() => _deadline?.Dispose();

    private void Tell(Func<bool> isDormant)
    {
        if (!isDormant())
        {
            return;
        }

        try
        {
            (standardError ?? Console.Error).WriteLine(
                "TypedWebhookAlerts: alerts were raised, but nothing sends them yet. Call builder.AddWebhookAlerts() "
                + "or WebhookAlerts.Start(); until then they are kept.");
        }
        catch (Exception)
        {
            // A writer that throws on a timer's thread would end the process.
        }
    }
}
