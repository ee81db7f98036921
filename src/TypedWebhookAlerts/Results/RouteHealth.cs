namespace TypedWebhookAlerts;

/// <summary>Whether a route delivers, and if not, why.</summary>
public sealed class RouteHealth
{
    /// <summary>Whether it delivers.</summary>
    public required RouteState State { get; init; }

    /// <summary>When it is tried again, if that is known.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>What its webhook answered, such as <c>status 404</c>, or <see langword="null"/>; never an
    /// address.</summary>
    public string? Reason { get; init; }

    /// <summary>The state in words.</summary>
    public override string ToString() => Reason is null ? $"{State}" : $"{State} ({Reason})";
}
