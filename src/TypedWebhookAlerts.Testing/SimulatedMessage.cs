namespace TypedWebhookAlerts.Testing;

/// <summary>
/// A message in a channel, as it was when it was looked at: an immutable snapshot that any thread may read. An edit
/// makes a new one with the same <see cref="Id"/>.
/// </summary>
public sealed record SimulatedMessage
{
    internal SimulatedMessage()
    {
    }

    /// <summary>The message's id, a snowflake: a later message has a greater one.</summary>
    public required ulong Id { get; init; }

    /// <summary>The channel or thread that holds it.</summary>
    public required ulong ChannelId { get; init; }

    /// <summary>The webhook that wrote it.</summary>
    public required ulong WebhookId { get; init; }

    /// <summary>The text beside the embeds, without white space at its edges; null without one.</summary>
    public string? Content { get; init; }

    /// <summary>The name it is shown under: the request's, or the webhook's.</summary>
    public string? Username { get; init; }

    /// <summary>The address of the picture beside the name; null for the webhook's.</summary>
    public string? AvatarUrl { get; init; }

    /// <summary>The embeds in order, at most 10.</summary>
    public IReadOnlyList<SimulatedEmbed> Embeds { get; init; } = [];

    /// <summary>The files that came with it and were not taken away by an edit, at most 10.</summary>
    public IReadOnlyList<SimulatedFile> Files { get; init; } = [];

    /// <summary>The users and roles that it called when it was made: those that its content mentions and
    /// <c>allowed_mentions</c> lets through, each of them once. An edit calls nobody.</summary>
    public IReadOnlyList<ulong> Mentions { get; init; } = [];

    /// <summary>Whether the last request that wrote it forbade every ping: <c>"allowed_mentions":{"parse":[]}</c>
    /// without users and roles.</summary>
    public bool SuppressesMentions { get; init; }

    /// <summary>Whether it arrived without a sound (flag 1&lt;&lt;12).</summary>
    public bool SuppressesNotifications { get; init; }

    /// <summary>Whether its embeds are hidden (flag 1&lt;&lt;2).</summary>
    public bool SuppressesEmbeds { get; init; }

    /// <summary>When Discord accepted it, by the simulator's clock.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When Discord accepted its last edit; null before the first.</summary>
    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>How often it was edited.</summary>
    public int Edits { get; init; }

    /// <summary>The message as Discord would answer it, a JSON object. Mentions are not resolved.</summary>
    public string Json { get; init; } = "";
}
