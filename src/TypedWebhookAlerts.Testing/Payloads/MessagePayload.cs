namespace TypedWebhookAlerts.Testing.Payloads;

/// <summary>A payload without errors: texts without white space at their edges, null where nothing is left.</summary>
internal sealed record MessagePayload
{
    public string? Content { get; init; }

    /// <summary>Whether the payload names the content at all; an edit leaves alone what is not named.</summary>
    public bool HasContent { get; init; }

    public IReadOnlyList<SimulatedEmbed>? Embeds { get; init; }

    public bool HasEmbeds { get; init; }

    public MessageFlags Flags { get; init; }

    public bool HasFlags { get; init; }

    public AllowedMentions AllowedMentions { get; init; } = AllowedMentions.Default;

    /// <summary>The files that are to be there, with the names that the payload gives them; null where it does not
    /// name any list.</summary>
    public IReadOnlyDictionary<ulong, string?>? Attachments { get; init; }

    public string? Username { get; init; }

    public string? AvatarUrl { get; init; }

    public IReadOnlyList<ulong> AppliedTags { get; init; } = [];

    public string? ThreadName { get; init; }
}
