using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts;

/// <summary>Counts what became of alerts, or of one route's copies.</summary>
/// <param name="name">The route's name; empty for the pipeline's alerts.</param>
internal sealed class OutcomeCounters(string name = "")
{
    private static readonly LogLevel[] s_levels =
        [.. Enum.GetValues<LogLevel>().Where(level => level != LogLevel.None)];

    private static readonly DropReason[] s_reasons = Enum.GetValues<DropReason>();

    private readonly long[] _dropped = new long[s_levels.Length * s_reasons.Length];
    private long _accepted;
    private long _delivered;
    private long _coalesced;

    public string Name => name;

    public long Accepted => Volatile.Read(ref _accepted);

    public long Delivered => Volatile.Read(ref _delivered);

    public long Coalesced => Volatile.Read(ref _coalesced);

    public IReadOnlyDictionary<DropReason, long> Dropped
        => s_reasons.ToDictionary(reason => reason, reason => s_levels.Sum(level => Read(level, reason)));

    public IReadOnlyDictionary<LogLevel, IReadOnlyDictionary<DropReason, long>> DroppedByLevel
        => s_levels.ToDictionary(
            level => level,
            IReadOnlyDictionary<DropReason, long> (level)
                => s_reasons.ToDictionary(reason => reason, reason => Read(level, reason)));

    public void Accept(long alerts = 1) => Interlocked.Add(ref _accepted, alerts);

    public void Deliver() => Interlocked.Increment(ref _delivered);

    public void Coalesce(long repeats) => Interlocked.Add(ref _coalesced, repeats);

    public void Drop(DropReason reason, LogLevel level, long alerts)
        => Interlocked.Add(ref _dropped[Index(level, reason)], alerts);

    private static int Index(LogLevel level, DropReason reason) => ((int)level * s_reasons.Length) + (int)reason;

    private long Read(LogLevel level, DropReason reason) => Volatile.Read(ref _dropped[Index(level, reason)]);
}
