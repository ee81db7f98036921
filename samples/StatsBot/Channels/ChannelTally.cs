using TypedWebhookAlerts.Testing;

namespace StatsBot.Channels;

/// <summary>What one channel shows.</summary>
/// <param name="Alerts">The alerts that stand there.</param>
/// <param name="Repeats">The repeats that their counters tell of, and what incidents tell of their course.</param>
internal sealed record ChannelTally(long Alerts, long Repeats)
{
    public static ChannelTally Of(IReadOnlyList<SimulatedMessage> messages)
    {
        var embeds = messages.SelectMany(message => message.Embeds).ToList();
        var contents = messages.Select(message => message.Content).OfType<string>().ToList();
        return new ChannelTally(
            embeds.Count + contents.Sum(RepeatCounter.Alerts),
            embeds.Sum(embed => RepeatCounter.Read(embed) - 1 + IncidentNews.Count(embed.Description))
                + contents.Sum(content => RepeatCounter.Repeats(content) + IncidentNews.Count(content)));
    }
}
