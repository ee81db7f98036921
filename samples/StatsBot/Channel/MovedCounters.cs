using TypedWebhookAlerts.Testing;

namespace StatsBot.Channel;

/// <summary>Remembers what the counters of messages showed.</summary>
internal sealed class MovedCounters
{
    private readonly Dictionary<ulong, IReadOnlyList<long>> _shown = [];

    /// <summary>Takes note of a message.</summary>
    /// <returns>Those whose counters have moved since it was seen last.</returns>
    public IReadOnlyList<MovedCounter> Note(SimulatedMessage message)
    {
        var before = _shown.GetValueOrDefault(message.Id) ?? [];
        _shown[message.Id] = [.. message.Embeds.Select(RepeatCounter.Read)];
        return [.. message.Embeds
            .Select((embed, index) => new MovedCounter(index, embed))
            .Where(counter => RepeatCounter.Read(counter.Embed) != before.ElementAtOrDefault(counter.Index))];
    }
}
