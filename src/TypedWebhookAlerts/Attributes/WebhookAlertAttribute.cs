using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts;

/// <summary>
/// Declares a partial method as an alert: calling it captures its arguments and returns at once; the library delivers
/// the rendered message to the webhook of its route.
/// </summary>
/// <remarks>The template is checked at compile time. Holes name parameters, or members of them:
/// <c>{shard}</c>, <c>{uptime:hh\:mm}</c>, <c>{name,-10}</c>, <c>{member.Guild.Name}</c>; <c>{{</c> and <c>}}</c>
/// are braces.</remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = false, Inherited = false)]
public sealed class WebhookAlertAttribute : Attribute
{
    /// <summary>Declares an alert.</summary>
    /// <param name="level">How urgent the alert is. It decides the colour, and the route where none is named.</param>
    /// <param name="template">The description. May be empty where there are fields.</param>
    /// <param name="route">The name of a configured route; without one, or when it is off, the level decides.</param>
    public WebhookAlertAttribute(LogLevel level, string template, string? route = null)
    {
        Level = level;
        Template = template;
        Route = route;
    }

    /// <summary>How urgent the alert is.</summary>
    public LogLevel Level { get; }

    /// <summary>The description, with holes.</summary>
    public string Template { get; }

    /// <summary>The route's name, or <see langword="null"/> where the level decides.</summary>
    public string? Route { get; }

    /// <summary>The embed's title: at most 256 code points (Discord's limit). None by default.</summary>
    public string? Title { get; set; }

    /// <summary>The embed's footer: at most 2,048 code points (Discord's limit). None by default.</summary>
    public string? Footer { get; set; }

    /// <summary>The embed's colour as 0xRRGGBB, at most 0xFFFFFF (Discord's limit). The default, -1, takes the level's
    /// colour.</summary>
    public int Color { get; set; } = -1;

    /// <summary>The alert's number in logs and configuration. The default, 0, takes a stable hash of its full
    /// name.</summary>
    public int EventId { get; set; }

    /// <summary>The alert's name in logs. The default is the method's name.</summary>
    public string? EventName { get; set; }

    /// <summary>For how many seconds an equal alert is folded into the first one's message: at most 86,400, a day, as
    /// of the option <c>CoalesceWindow</c>. 0 never folds; the default, -1, takes the option.</summary>
    public int CoalesceSeconds { get; set; } = -1;

    /// <summary>At most so many alerts of this kind are accepted a minute; the rest is refused and counted. The
    /// default, 0, sets no limit.</summary>
    public int MaxPerMinute { get; set; }

    /// <summary>Of an alert that returns <see cref="AlertIncident"/>: for how many seconds it must last to be shown, at
    /// most 86,400, a day. One that is resolved before passes unseen. 0 shows it at once; the default, -1, takes the
    /// option <see cref="WebhookAlertOptions.OpenAfter"/>.</summary>
    public int OpenAfterSeconds { get; set; } = -1;
}
