namespace TypedWebhookAlerts.Testing;

/// <summary>
/// The clock and the limits of a <see cref="DiscordSimulator"/>. The defaults are what Discord documents, or, where
/// it documents nothing, what is observed of it. They are read when the simulator is made.
/// </summary>
public sealed class DiscordSimulatorOptions
{
    /// <summary>The clock of every window, delay and time stamp. The default value is the system's.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>How long a request is under way: half of it before Discord decides, half until the answer arrives,
    /// both by <see cref="TimeProvider"/>. The default value is zero: an answer in memory is then there at
    /// once.</summary>
    public TimeSpan RoundTrip { get; set; } = TimeSpan.Zero;

    /// <summary>How many requests a webhook takes in <see cref="WebhookWindow"/>; the headers tell. The default value
    /// is 5; at least 1.</summary>
    public int WebhookLimit { get; set; } = 5;

    /// <summary>The length of a webhook's window, which begins with its first request. The default value is 2
    /// seconds.</summary>
    public TimeSpan WebhookWindow { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How many requests that change a channel it takes in <see cref="ChannelWindow"/>, from all of its
    /// webhooks; no header tells. The default value is 30; at least 1.</summary>
    public int ChannelLimit { get; set; } = 30;

    /// <summary>The length of a channel's window, which slides. The default value is 60 seconds.</summary>
    public TimeSpan ChannelWindow { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How many requests are taken in a second over all webhooks, as from one address. The default value is
    /// 50; at least 1.</summary>
    public int GlobalLimit { get; set; } = 50;

    /// <summary>How many answers of 401, 403 or 429 (a shared one does not count) in ten minutes end in a ban: a 429
    /// with an HTML body and no rate limit headers. The default value is 10,000; at least 1.</summary>
    public int InvalidRequestLimit { get; set; } = 10_000;

    /// <summary>How often messages older than an hour may be edited within an hour, by one webhook. Discord documents
    /// that there is a limit, not its height. The default value is 30; at least 1.</summary>
    public int OldMessageEditLimit { get; set; } = 30;

    /// <summary>Whether a bad payload is answered as on paths without an API version, where Discord may still name
    /// no more than the place, <c>{"embeds":["0"]}</c>, instead of the tree of errors. The default value is
    /// <see langword="false"/>.</summary>
    public bool LegacyErrors { get; set; }

    /// <summary>Gives each request a round trip of its own, for a network that is not even. Internal until a test of a
    /// user's needs it.</summary>
    internal Func<TimeSpan>? RoundTripOf { get; set; }
}
