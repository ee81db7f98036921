using TypedWebhookAlerts.Capture;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>What a meter reads of a pipeline while it runs.</summary>
internal sealed class MeasuredPipeline(
    OutcomeCounters alerts, Func<IEnumerable<OutcomeCounters>> routes, AlertStates states, AlertRingBuffer ring)
{
    /// <summary>What became of its alerts.</summary>
    public OutcomeCounters Alerts => alerts;

    /// <summary>What became of the copies that took each of its routes.</summary>
    public IEnumerable<OutcomeCounters> Routes => routes();

    /// <summary>The alerts in its ring.</summary>
    public long InRing => ring.CountCommitted();

    /// <summary>The bytes of its ring that are taken.</summary>
    public long RingBytes => ring.ClaimedUntil - ring.ReleasedUntil;

    /// <summary>Adds the calls that it has refused, in a row a reason.</summary>
    public void AddRefused(LevelCounts sum)
    {
        foreach (var state in states.All)
        {
            state.AddRefused(sum);
        }
    }
}
