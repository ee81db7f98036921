using System.Globalization;

namespace TypedWebhookAlerts;

/// <summary>What a route's webhook answered when it was asked for its name and channel.</summary>
public sealed class RouteCheck
{
    /// <summary>The route's name.</summary>
    public required string Route { get; init; }

    /// <summary>Whether the route delivers; <see cref="RouteState.Off"/> for one without an address, which is asked
    /// nothing.</summary>
    public required RouteState State { get; init; }

    /// <summary>Whether the webhook answered that it is there.</summary>
    public required bool IsReachable { get; init; }

    /// <summary>The webhook's name at Discord; <see langword="null"/> if it gave none.</summary>
    public string? WebhookName { get; init; }

    /// <summary>The id of the channel that it posts to; <see langword="null"/> if it gave none.</summary>
    public ulong? ChannelId { get; init; }

    /// <summary>Why it is not reachable, such as <c>status 404</c> or <c>Timeout</c>; never an address.
    /// <see langword="null"/> if it is.</summary>
    public string? Reason { get; init; }

    /// <summary>The answer in words, such as <c>error → webhook 'StatsBot' in channel 123</c>.</summary>
    public override string ToString()
        => !IsReachable ? $"{Route} → {Reason}"
            : WebhookName is null ? $"{Route} → its webhook answers"
            : string.Create(CultureInfo.InvariantCulture, $"{Route} → webhook '{WebhookName}' in channel {ChannelId}");
}
