namespace TypedWebhookAlerts.Testing;

/// <summary>An embed, as Discord keeps it: texts without white space at their edges. Immutable.</summary>
public sealed record SimulatedEmbed
{
    internal SimulatedEmbed()
    {
    }

    /// <summary>The title; null without one.</summary>
    public string? Title { get; init; }

    /// <summary>The description; null without one.</summary>
    public string? Description { get; init; }

    /// <summary>The address that the title links to; null without one.</summary>
    public string? Url { get; init; }

    /// <summary>The colour of the edge, 0 to 0xFFFFFF; null without one.</summary>
    public int? Color { get; init; }

    /// <summary>The time in the footer; null without one.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>The footer's text; null without one.</summary>
    public string? Footer { get; init; }

    /// <summary>The author's name; null without one.</summary>
    public string? Author { get; init; }

    /// <summary>The picture's address; null without one.</summary>
    public string? Image { get; init; }

    /// <summary>The small picture's address; null without one.</summary>
    public string? Thumbnail { get; init; }

    /// <summary>The fields in order, at most 25.</summary>
    public IReadOnlyList<SimulatedField> Fields { get; init; } = [];
}
