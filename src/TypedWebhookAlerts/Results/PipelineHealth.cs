namespace TypedWebhookAlerts;

/// <summary>Whether a pipeline delivers, and if not, why.</summary>
public sealed class PipelineHealth
{
    /// <summary>
    /// Whether it delivers. It is degraded while a route with alerts backs off, while one is banned, broken or dead,
    /// while no route of Critical has an address though others have, before it is started, and for 5 minutes after
    /// alerts were lost, were refused as the ring was full, or took a fallback route or the fallback file. It is
    /// unhealthy while its pump is stuck (it has taken nothing for 5 seconds though alerts wait), while every route of
    /// Critical is dead and has no fallback that works, and once it is disposed. One without any address is healthy: so
    /// a development machine is configured.
    /// </summary>
    public required PipelineStatus Status { get; init; }

    /// <summary>Why, in short sentences, the worst first; without any address or id. Of a healthy pipeline there is one
    /// at most: that no route has an address.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>Every route of the options by name; none before the pipeline has started.</summary>
    public required IReadOnlyDictionary<string, RouteHealth> Routes { get; init; }

    /// <summary>The status and its reasons in one line.</summary>
    public override string ToString() => Reasons.Count == 0 ? $"{Status}" : $"{Status}: {string.Join(' ', Reasons)}";
}
