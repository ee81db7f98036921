using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;
using TypedWebhookAlerts.Testing;

namespace StatsBot.Channels;

/// <summary>Stands in for Discord where nobody has set up a webhook: four channels on this machine, shown in this
/// terminal.</summary>
internal sealed class SimulatedChannels : IAsyncDisposable
{
    private static readonly (string Route, string Channel)[] s_channels =
    [
        ("error", "#errors"),
        ("info", "#info"),
        ("performance", "#performance"),
        ("member-events", "#member-events"),
    ];

    private readonly DiscordSimulator _discord = new();
    private readonly ChannelFeed _feed;
    private readonly Dictionary<string, SimulatedWebhook> _webhooks;
    private WebhookAlertOptions? _options;

    private SimulatedChannels(IChannelView view)
    {
        _feed = new ChannelFeed(view);
        _webhooks = s_channels.ToDictionary(channel => channel.Route, _ => _discord.AddWebhook("StatsBot"));
        var names = s_channels.ToDictionary(channel => _webhooks[channel.Route].Id, channel => channel.Channel);
        _discord.MessageChanged += message => _feed.Show(new ChannelMessage(names[message.WebhookId], message));
        LoggerProvider = new FeedLoggerProvider(_feed);
    }

    /// <summary>Writes log lines between the messages.</summary>
    public ILoggerProvider LoggerProvider { get; }

    /// <summary>Opens the channels: real HTTP on loopback, shown in the terminal.</summary>
    public static async Task<SimulatedChannels> OpenAsync()
    {
        var channels = new SimulatedChannels(ChannelViews.Create());
        await channels._discord.ListenAsync();
        channels._feed.Note(
            "No WEBHOOK_…_URL is set, so the alerts go to a Discord of their own at "
            + $"http://{channels._discord.Host}. Its channels:",
            LogLevel.Information);
        return channels;
    }

    /// <summary>Leads every route here.</summary>
    public void Configure(WebhookAlertOptions options)
    {
        _options = options;
        options.LogAlerts = false; // they are on the screen already
        options.TrustedHosts.Add(_discord.Host);
        foreach (var (route, webhook) in _webhooks)
        {
            options.Route(route, webhook.Url);
        }
    }

    /// <summary>Counts what each route's channel shows.</summary>
    /// <returns>The counts by route; null where alerts are plain content without times, or cut so short that these may
    /// be left out: nothing then tells where one ends.</returns>
    public IReadOnlyDictionary<string, ChannelTally>? Tally()
        => _options is { UseEmbeds: false } and ({ IncludeTimestamps: false } or { MaxMessageLength: < 500 })
            ? null
            : _webhooks.ToDictionary(webhook => webhook.Key, webhook => ChannelTally.Of(webhook.Value.Messages));

    /// <summary>Closes the channels. They stay on the screen as they are.</summary>
    public async ValueTask DisposeAsync()
    {
        await _discord.DisposeAsync();
        await _feed.DisposeAsync();
    }
}
