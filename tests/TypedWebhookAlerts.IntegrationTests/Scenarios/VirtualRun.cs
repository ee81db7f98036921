using TypedWebhookAlerts.Testing;

namespace TypedWebhookAlerts.IntegrationTests.Scenarios;

/// <summary>A simulated run with one route, <c>error</c>, and a <see cref="FaultyDiscord"/> before the
/// simulator.</summary>
internal sealed class VirtualRun : IAsyncDisposable
{
    private readonly SimulatedRun _run;

    public VirtualRun(
        Action<WebhookAlertOptions, DiscordSimulator>? configure = null,
        TimeSpan roundTrip = default,
        Action<AlertPipeline>? beforeStart = null,
        Func<TimeSpan>? roundTripOf = null,
        Action<FaultyDiscord>? prepare = null,
        Action<DiscordSimulatorOptions>? limits = null)
    {
        var simulator = new DiscordSimulatorOptions
        {
            TimeProvider = new VirtualTime(),
            RoundTrip = roundTrip,
            RoundTripOf = roundTripOf,
        };
        limits?.Invoke(simulator);
        _run = SimulatedRun.Start(new SimulatedRunOptions
        {
            Simulator = simulator,
            Configure = (options, discord) =>
            {
                Faults = new FaultyDiscord(discord.CreateHandler()) { Time = (VirtualTime)simulator.TimeProvider };
                options.HttpMessageHandler = () => Faults;
                configure?.Invoke(options, discord);
                prepare?.Invoke(Faults);
            },
            BeforeStart = beforeStart,
            WaitingElsewhere = () => Faults.Hanging,
        });
        Start = Time.GetUtcNow();
        Error = _run.Webhook("error");
    }

    public VirtualTime Time => _run.Time;

    /// <summary>When the run began.</summary>
    public DateTimeOffset Start { get; }

    public DiscordSimulator Discord => _run.Discord;

    /// <summary>What stands before Discord; it answers nothing itself unless it is planned.</summary>
    public FaultyDiscord Faults { get; private set; } = null!;

    /// <summary>The webhook of the route <c>error</c>.</summary>
    public SimulatedWebhook Error { get; }

    /// <summary>A pipeline of its own: tests that run side by side share no ambient one.</summary>
    public AlertPipeline Pipeline => _run.Pipeline;

    /// <summary>The alerts on display: embeds over all messages.</summary>
    public int Shown => Discord.Messages.Sum(message => message.Embeds.Count(embed => !IsNote(embed)));

    /// <summary>What the library says itself, in order.</summary>
    public IReadOnlyList<string> Notes
        =>
        [
            .. Discord.Messages.SelectMany(message => message.Embeds).Where(IsNote).Select(embed => embed.Description!),
        ];

    /// <summary>Whether an embed is no alert, but a message of the library's own.</summary>
    public static bool IsNote(SimulatedEmbed embed)
        => embed.Title is "Alerts missed here" or "A channel cannot be reached";

    /// <inheritdoc cref="SimulatedRun.Settle"/>
    public void Settle() => _run.Settle();

    /// <inheritdoc cref="SimulatedRun.Run"/>
    public void Run(TimeSpan time) => _run.Run(time);

    /// <inheritdoc cref="SimulatedRun.RunUntil"/>
    public bool RunUntil(Func<bool> isDone, TimeSpan limit) => _run.RunUntil(isDone, limit);

    /// <inheritdoc cref="SimulatedRun.Flush"/>
    public bool Flush(TimeSpan limit) => _run.Flush(limit);

    public ValueTask DisposeAsync() => _run.DisposeAsync();
}
