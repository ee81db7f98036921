using TypedWebhookAlerts.Testing.Simulation;
using TypedWebhookAlerts.Testing.Transport;

namespace TypedWebhookAlerts.Testing;

/// <summary>
/// Discord's webhook API as a model: its limits, its rate limits, its error codes, its messages. One model answers in
/// memory, through <see cref="CreateHandler"/>, and over real HTTP on loopback, after <see cref="ListenAsync"/>.
/// </summary>
/// <remarks>
/// Everything may be called from any thread. What is not modelled (components, polls, the tags of a forum) is
/// refused, never taken in silence.
/// </remarks>
public sealed class DiscordSimulator : IAsyncDisposable
{
    private readonly TimeProvider _clock;
    private readonly RoundTripDelay _delay;
    private readonly WebhookApi _api;
    private readonly SimulatorCore _core;
    private readonly SenderPatience _patience = new();
    private LoopbackServer? _server;

    /// <summary>Makes a Discord without webhooks.</summary>
    /// <param name="options">The clock and the limits; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">A limit is below 1, a window not positive or the round trip
    /// negative.</exception>
    public DiscordSimulator(DiscordSimulatorOptions? options = null)
    {
        options ??= new DiscordSimulatorOptions();
        Validate(options);
        _clock = options.TimeProvider;
        var roundTrip = options.RoundTrip;
        _delay = new RoundTripDelay(options.TimeProvider, options.RoundTripOf ?? (() => roundTrip));
        _api = new WebhookApi(options);
        _core = new SimulatorCore(_api, _delay, message => MessageChanged?.Invoke(message));
    }

    /// <summary>Raised after a message was created or edited, on the thread that answers the request and before the
    /// answer leaves; several threads may raise it at once. A handler that throws fails the request.</summary>
    public event Action<SimulatedMessage>? MessageChanged;

    /// <summary>The host of the webhooks' addresses: <c>127.0.0.1:port</c> once the simulator listens, which is what
    /// <see cref="WebhookAlertOptions.TrustedHosts"/> then needs; <c>discord.com</c> before.</summary>
    public string Host => _server?.Host ?? "discord.com";

    /// <summary>The messages of all channels that are not deleted, in the order of creation; a snapshot.</summary>
    public IReadOnlyList<SimulatedMessage> Messages => _api.Messages(null);

    /// <summary>Every request that has reached Discord, in the order of its decisions; a snapshot.</summary>
    public IReadOnlyList<SimulatedRequest> Requests => _api.Timeline.Snapshot();

    /// <summary>Every request, a line each, for a failing test to print: when it was decided on, since the simulator
    /// was made, what was asked of which webhook, what was answered, and after how long.</summary>
    public string Timeline => TimelineText.Of(Requests, _api.Start, id => _api.NameOf(id));

    /// <summary>What will go wrong. Empty at first.</summary>
    public FaultPlan Faults => _api.Faults;

    internal TimeProvider Clock => _clock;

    /// <summary>A handler that a driver of virtual time can rely on: in memory, or over loopback once it
    /// listens.</summary>
    internal HttpMessageHandler CreateDrivenHandler()
        => IsListening ? new LoopbackSender(_patience, Host) : CreateHandler();

    internal bool IsListening => _server is not null;

    internal string Origin => _server is { } server ? $"http://{server.Host}" : "https://discord.com";

    /// <summary>How many requests wait for the clock or for the sender's patience right now: in either half of their
    /// round trip, without an answer, or in a body that drips. A driver of
    /// virtual time that counts as many requests in flight knows that nothing moves before the clock does.</summary>
    internal int SleepingRequests => _delay.Sleeping;

    /// <summary>Makes a webhook in a text channel.</summary>
    /// <param name="name">The name its messages are shown under.</param>
    /// <param name="channelId">The channel; null for a new one. Webhooks of one channel share its window.</param>
    /// <param name="isForum">Whether the channel is a forum, which takes messages in threads only.</param>
    public SimulatedWebhook AddWebhook(string name = "alerts", ulong? channelId = null, bool isForum = false)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var (id, token) = _api.NewWebhookIdentity();
        var webhook = new SimulatedWebhook(this, id, token, channelId ?? _api.NewId(), name, isForum);
        _api.Add(webhook);
        return webhook;
    }

    /// <summary>Deletes a webhook, as a moderator would: requests to it are answered 404 with code 10015. Its messages
    /// stay.</summary>
    /// <param name="webhook">The webhook.</param>
    /// <returns>Whether it was there.</returns>
    public bool RemoveWebhook(SimulatedWebhook webhook)
    {
        ArgumentNullException.ThrowIfNull(webhook);
        return _api.Remove(webhook.Id);
    }

    /// <summary>Deletes a message, as a moderator would: to edit it is then answered 404 with code 10008.</summary>
    /// <param name="message">The message, in whatever state it was looked at.</param>
    /// <returns>Whether it was there.</returns>
    public bool Delete(SimulatedMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return _api.RemoveMessage(message.Id);
    }

    /// <summary>Makes a handler that reaches the simulator in memory. It takes requests for Discord's hosts and for
    /// <see cref="Host"/>, and knows no other.</summary>
    public HttpMessageHandler CreateHandler() => new InMemoryHandler(_core, host => host == Host);

    /// <summary>Listens on 127.0.0.1 at a free port; the webhooks' addresses then lead there.</summary>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="InvalidOperationException">The simulator listens already.</exception>
    public async Task ListenAsync(CancellationToken cancellationToken = default)
    {
        if (_server is not null)
        {
            throw new InvalidOperationException("The simulator listens already.");
        }

        _server = await LoopbackServer.StartAsync(_core, _patience, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Abandons the requests under way and stops listening.</summary>
    public async ValueTask DisposeAsync()
    {
        _delay.Abandon();
        if (_server is { } server)
        {
            await server.DisposeAsync().ConfigureAwait(false);
        }

        _delay.Dispose();
    }

    /// <summary>A webhook by its name; null if there is none.</summary>
    internal SimulatedWebhook? Find(string name) => _api.Find(name);

    internal IReadOnlyList<SimulatedMessage> MessagesOf(SimulatedWebhook webhook) => _api.Messages(webhook.Id);

    internal IReadOnlyList<SimulatedThread> ThreadsOf(SimulatedWebhook webhook) => _api.Threads(webhook.ChannelId);

    internal SimulatedThread AddThread(SimulatedWebhook webhook, string name)
        => _api.AddThread(webhook.ChannelId, name);

    internal bool RemoveThread(ulong thread) => _api.RemoveThread(thread);

    private static void Validate(DiscordSimulatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options.TimeProvider);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.RoundTrip, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.WebhookLimit, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.WebhookWindow, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.ChannelLimit, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.ChannelWindow, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.GlobalLimit, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.InvalidRequestLimit, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.OldMessageEditLimit, 1);
    }
}
