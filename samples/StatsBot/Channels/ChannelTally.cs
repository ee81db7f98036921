using TypedWebhookAlerts.Testing;

namespace StatsBot.Channels;

/// <summary>What one channel shows.</summary>
/// <param name="Alerts">The alerts that stand there.</param>
/// <param name="Repeats">The repeats that their counters tell of.</param>
internal sealed record ChannelTally(long Alerts, long Repeats)
{
    public static ChannelTally Of(IEnumerable<SimulatedMessage> messages)
    {
        var texts = messages.SelectMany(Texts).ToList();
        return new ChannelTally(
            texts.Sum(text => text.Alerts), texts.Sum(text => RepeatCounter.Repeats(text.Text)));
    }

    // Every alert of a plain content ends with its time; an embed is an alert.
    private static IEnumerable<(string Text, long Alerts)> Texts(SimulatedMessage message)
        => message.Embeds.Select(embed => (embed.Description ?? string.Empty, 1L))
            .Append((message.Content ?? string.Empty, RepeatCounter.Times(message.Content ?? string.Empty)));
}
