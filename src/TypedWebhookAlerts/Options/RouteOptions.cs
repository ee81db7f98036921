using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts;

/// <summary>One route: a name for a webhook, with the look of its messages and the place where they go.</summary>
/// <remarks>Routes to one webhook and thread share its limits and its queue; alerts of routes that look different are
/// not put into one message.</remarks>
public sealed class RouteOptions
{
    /// <summary>The webhook's address, a secret: it is never logged. Without one the route is off. It may end in
    /// <c>?thread_id=</c> and the id of a thread.</summary>
    public string? Url { get; set; }

    /// <summary>The name of another route, which takes this one's alerts while its webhook fails or is gone. The
    /// default, <see langword="null"/>, is none. Routes may form a chain, but no circle.</summary>
    public string? Fallback { get; set; }

    /// <summary>The name that messages are signed with. The default, <see langword="null"/>, is the webhook's. From 1
    /// to 80 Unicode code points, without "clyde", "discord" or three backticks in it, and neither "here" nor
    /// "everyone": Discord refuses these.</summary>
    public string? Username { get; set; }

    /// <summary>The address of the picture beside the name: https, at most 2,048 characters. The default,
    /// <see langword="null"/>, is the webhook's picture.</summary>
    public string? AvatarUrl { get; set; }

    /// <summary>The thread of the webhook's channel that messages go to, an id. The default, <see langword="null"/>,
    /// is that of <see cref="Url"/>, or the channel itself. Not together with <see cref="ThreadName"/>.</summary>
    public ulong? ThreadId { get; set; }

    /// <summary>For the webhook of a forum or media channel, which takes messages in threads only: the name of the
    /// thread that the first message opens and later ones go to, from 1 to 100 Unicode code points. Each start of
    /// the pipeline opens one, and a thread that was deleted is opened again. The default value is
    /// <see langword="null"/>.</summary>
    public string? ThreadName { get; set; }

    /// <summary>The ids of the channel's tags that the thread of <see cref="ThreadName"/> gets, at most 5. Empty by
    /// default.</summary>
    public IList<ulong> Tags { get; } = [];

    /// <summary>Whom messages call: a role as <c>123</c>, <c>role:123</c> or <c>&lt;@&amp;123&gt;</c>, or a user as
    /// <c>user:123</c> or <c>&lt;@123&gt;</c>. It is called once by each new message with an alert of
    /// <see cref="MentionFrom"/> or above; an edit calls nobody. The default, <see langword="null"/>, is
    /// nobody.</summary>
    public string? Mention { get; set; }

    /// <summary>The least level that calls <see cref="Mention"/>. The default value is
    /// <see cref="LogLevel.Critical"/>.</summary>
    public LogLevel MentionFrom { get; set; } = LogLevel.Critical;
}
