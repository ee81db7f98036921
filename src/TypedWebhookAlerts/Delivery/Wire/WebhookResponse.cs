namespace TypedWebhookAlerts.Delivery;

/// <summary>An answer of Discord's, read.</summary>
internal sealed record WebhookResponse
{
    public required ResponseKind Kind { get; init; }

    /// <summary>The HTTP status; 0 when no answer came.</summary>
    public int Status { get; init; }

    /// <summary>Discord's error code in the body, or 0.</summary>
    public int Code { get; init; }

    /// <summary>What kind of failure it was when no answer came: never a message, which may hold the address.</summary>
    public string? Failure { get; init; }

    /// <summary>Whether it speaks of a server, or a way to it, that fails.</summary>
    public bool IsFailure => Kind is ResponseKind.Transient or ResponseKind.Unconfirmed;

    /// <summary>Whether it is a failure that may have come after Discord took the request: whoever repeats it says so.
    /// </summary>
    public bool MayHaveArrived { get; init; }

    /// <summary>Which embeds of the message the refusal names, by their index.</summary>
    public IReadOnlyList<int> RefusedEmbeds { get; init; } = [];

    /// <summary>The failure in words: Discord's status, or the kind of what kept its answer away.</summary>
    public string Reason
        => Status > 0 ? $"status {Status}"
            : Failure is nameof(HttpRequestError.Unknown) ? "the request failed for a reason that .NET does not name"
            : RefusedRequest.WordsFor(Failure) ?? Failure ?? "no answer";

    /// <summary>The id of the message or webhook.</summary>
    public string? Id { get; init; }

    /// <summary>The name of the webhook, fit for a log.</summary>
    public string? Name { get; init; }

    /// <summary>The channel of the message or webhook.</summary>
    public string? ChannelId { get; init; }

    /// <summary>How long to wait, when Discord asked for it: from the header or the body of a 429.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the limit that was met is the global one, over all webhooks of this machine.</summary>
    public bool IsGlobal { get; init; }

    /// <summary>Whether the limit that was met is the channel's, which all of its webhooks share.</summary>
    public bool IsShared { get; init; }

    /// <summary>Whether the limit that was met is the webhook's own.</summary>
    public bool IsOfWebhook { get; init; }

    /// <summary>Whether it is a 429 that does not come from Discord but from the edge before it, which bans this
    /// machine's address: it names no limit, and often no time.</summary>
    public bool IsBan => Kind == ResponseKind.RateLimited && (RetryAfter is null || IsForeign);

    /// <summary>Whether it has neither a body nor headers of Discord's.</summary>
    public bool IsForeign { get; init; }

    /// <summary>The bucket's hash, as the headers say.</summary>
    public string? Bucket { get; init; }

    /// <summary>How many requests the bucket still takes, as the headers say.</summary>
    public int? Remaining { get; init; }

    /// <summary>When the bucket is full again, as the headers say.</summary>
    public TimeSpan? ResetAfter { get; init; }
}
