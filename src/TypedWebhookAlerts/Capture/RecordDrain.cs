namespace TypedWebhookAlerts.Capture;

/// <summary>The pump of a pipeline that only records: it runs in the call that committed a record, so that what was
/// raised is known as soon as the call returns.</summary>
internal sealed class RecordDrain(RecordTaker take)
{
    private readonly Lock _gate = new();

    /// <summary>Takes what is committed. What stands behind a call that has not committed yet is taken in that
    /// call.</summary>
    public void Drain(AlertRingBuffer ring)
    {
        lock (_gate)
        {
            while (ring.TryRead(out var record))
            {
                try
                {
                    take(record);
                }
                finally
                {
                    ring.Release(record);
                }
            }
        }
    }
}
