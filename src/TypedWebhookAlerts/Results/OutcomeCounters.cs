using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts;

/// <summary>Counts what became of alerts, or of one route's copies, by level.</summary>
/// <param name="name">The route's name; empty for the pipeline's alerts.</param>
/// <param name="recent">Where losses are noted besides, if anybody asks for those of the last minutes.</param>
internal sealed class OutcomeCounters(string name = "", RecentCounts? recent = null)
{
    private const int AcceptedRow = 0;
    private const int DeliveredRow = 1;
    private const int CoalescedRow = 2;
    private const int FirstDroppedRow = 3;

    private static readonly LogLevel[] s_levels =
        [.. Enum.GetValues<LogLevel>().Where(level => level != LogLevel.None)];

    private static readonly DropReason[] s_reasons = Enum.GetValues<DropReason>();

    private readonly LevelCounts _counts = new(FirstDroppedRow + s_reasons.Length);

    public string Name => name;

    public long Accepted => _counts.Sum(AcceptedRow);

    public long Delivered => _counts.Sum(DeliveredRow);

    public long Coalesced => _counts.Sum(CoalescedRow);

    /// <summary>How many are not accounted for: derived, for a meter, which must not wait for anybody. Never
    /// negative: what leaves is read before what came.</summary>
    public long Open
    {
        get
        {
            var left = Delivered + Coalesced + s_reasons.Sum(reason => _counts.Sum(Row(reason)));
            return Accepted - left;
        }
    }

    public IReadOnlyDictionary<DropReason, long> Dropped
        => s_reasons.ToDictionary(reason => reason, reason => _counts.Sum(Row(reason)));

    public IReadOnlyDictionary<LogLevel, IReadOnlyDictionary<DropReason, long>> DroppedByLevel
        => s_levels.ToDictionary(
            level => level,
            IReadOnlyDictionary<DropReason, long> (level)
                => s_reasons.ToDictionary(reason => reason, reason => DroppedOf(level, reason)));

    public void Accept(LogLevel level, long alerts = 1) => _counts.Add(AcceptedRow, level, alerts);

    public void Deliver(LogLevel level) => _counts.Add(DeliveredRow, level, 1);

    public void Coalesce(LogLevel level, long repeats) => _counts.Add(CoalescedRow, level, repeats);

    public void Drop(DropReason reason, LogLevel level, long alerts)
    {
        DropAsConfigured(reason, level, alerts);
        recent?.Add((int)reason, alerts);
    }

    /// <summary>Counts what is as the configuration wants it, and no loss that anybody need hear of.</summary>
    public void DropAsConfigured(DropReason reason, LogLevel level, long alerts)
        => _counts.Add(Row(reason), level, alerts);

    public long AcceptedOf(LogLevel level) => _counts.Read(AcceptedRow, level);

    public long DeliveredOf(LogLevel level) => _counts.Read(DeliveredRow, level);

    public long CoalescedOf(LogLevel level) => _counts.Read(CoalescedRow, level);

    public long DroppedOf(LogLevel level, DropReason reason) => _counts.Read(Row(reason), level);

    /// <summary>Adds what another has counted.</summary>
    public void Add(OutcomeCounters other) => _counts.Add(other._counts);

    private static int Row(DropReason reason) => FirstDroppedRow + (int)reason;
}
