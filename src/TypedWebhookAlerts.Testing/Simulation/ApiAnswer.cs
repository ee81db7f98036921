namespace TypedWebhookAlerts.Testing.Simulation;

/// <summary>Discord's answer, before a transport carries it.</summary>
internal sealed record ApiAnswer
{
    public required int Status { get; init; }

    /// <summary>Null without a body.</summary>
    public string? ContentType { get; init; }

    public byte[] Body { get; init; } = [];

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public int? ErrorCode { get; init; }

    public string? RateLimitScope { get; init; }

    public ulong? MessageId { get; init; }

    /// <summary>The message that was made or edited.</summary>
    public SimulatedMessage? Changed { get; init; }
}
