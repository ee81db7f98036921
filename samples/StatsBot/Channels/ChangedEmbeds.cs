using TypedWebhookAlerts.Testing;

namespace StatsBot.Channels;

/// <summary>Remembers how messages looked.</summary>
internal sealed class ChangedEmbeds
{
    private readonly Dictionary<ulong, IReadOnlyList<string?>> _shown = [];

    /// <summary>Takes note of a message.</summary>
    /// <returns>Its embeds whose counter moved, or whose incident went on, since it was seen last.</returns>
    public IReadOnlyList<ChangedEmbed> Note(SimulatedMessage message)
    {
        var before = _shown.GetValueOrDefault(message.Id) ?? [];
        _shown[message.Id] = [.. message.Embeds.Select(embed => embed.Description)];
        return [.. message.Embeds
            .Select((embed, index) => new ChangedEmbed(index, embed))
            .Where(changed => changed.Embed.Description != before.ElementAtOrDefault(changed.Index))];
    }
}
