namespace TypedWebhookAlerts.Testing.Simulation;

/// <summary>A request as Discord sees it, whichever way it came.</summary>
internal sealed record ApiRequest
{
    public required string Method { get; init; }

    /// <summary>The path, still escaped.</summary>
    public required string Path { get; init; }

    /// <summary>The query with its question mark, or empty.</summary>
    public required string Query { get; init; }

    public string? UserAgent { get; init; }

    /// <summary>The media type with its parameters.</summary>
    public string? ContentType { get; init; }

    public required byte[] Body { get; init; }
}
