namespace TypedWebhookAlerts;

/// <summary>Whether a pipeline's routes deliver.</summary>
public sealed class PipelineHealth
{
    /// <summary>Every route of the options by name; none before the pipeline has started.</summary>
    public required IReadOnlyDictionary<string, RouteHealth> Routes { get; init; }

    /// <summary>Whether every route that has an address delivers, now or after a pause.</summary>
    public bool IsHealthy
        => Routes.Values.All(route => route.State is RouteState.Ready or RouteState.BackingOff or RouteState.Off);
}
