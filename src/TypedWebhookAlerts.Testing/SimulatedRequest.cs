namespace TypedWebhookAlerts.Testing;

/// <summary>One request in the simulator's timeline. Immutable.</summary>
public sealed record SimulatedRequest
{
    internal SimulatedRequest()
    {
    }

    /// <summary>When Discord decided on it: half a round trip after it was sent.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When the answer's head had arrived; null while it is under way, and for ever if the sender gave up
    /// before or the connection broke.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>The HTTP method, in capitals.</summary>
    public required string Method { get; init; }

    /// <summary>The webhook that the path names; null if it names none.</summary>
    public ulong? WebhookId { get; init; }

    /// <summary>The message that was made, changed, read or deleted; null if there is none.</summary>
    public ulong? MessageId { get; init; }

    /// <summary>The status of the answer, whether or not it reached the sender; 0 if there is none, for Discord did
    /// not see the request.</summary>
    public required int StatusCode { get; init; }

    /// <summary>Which window refused it: <c>user</c> (the webhook's), <c>shared</c> (the channel's) or <c>global</c>;
    /// null if none did.</summary>
    public string? RateLimitScope { get; init; }

    /// <summary>Discord's error code in the answer's body; null in a success and where Discord gives none.</summary>
    public int? ErrorCode { get; init; }

    /// <summary>The message as this request made or changed it; null if it changed none.</summary>
    public SimulatedMessage? Stored { get; init; }

    /// <summary>The planned fault that it met, in words; null if it met none.</summary>
    public string? Fault { get; init; }
}
