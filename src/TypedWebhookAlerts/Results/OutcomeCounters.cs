namespace TypedWebhookAlerts;

/// <summary>Counts what became of alerts, or of one route's copies.</summary>
/// <param name="name">The route's name; empty for the pipeline's alerts.</param>
internal sealed class OutcomeCounters(string name = "")
{
    private readonly long[] _dropped = new long[(int)Enum.GetValues<DropReason>().Max() + 1];
    private long _accepted;
    private long _delivered;
    private long _coalesced;

    public string Name => name;

    public long Accepted => Volatile.Read(ref _accepted);

    public long Delivered => Volatile.Read(ref _delivered);

    public long Coalesced => Volatile.Read(ref _coalesced);

    public IReadOnlyDictionary<DropReason, long> Dropped
        => Enum.GetValues<DropReason>().ToDictionary(reason => reason, reason => Volatile.Read(ref _dropped[(int)reason]));

    public void Accept(long alerts = 1) => Interlocked.Add(ref _accepted, alerts);

    public void Deliver() => Interlocked.Increment(ref _delivered);

    public void Coalesce(long repeats) => Interlocked.Add(ref _coalesced, repeats);

    public void Drop(DropReason reason, long alerts) => Interlocked.Add(ref _dropped[(int)reason], alerts);
}
