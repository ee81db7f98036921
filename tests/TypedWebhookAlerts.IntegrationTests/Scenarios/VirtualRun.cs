using TypedWebhookAlerts.Testing;

namespace TypedWebhookAlerts.IntegrationTests.Scenarios;

/// <summary>A simulated run with one route, <c>error</c>, and a <see cref="FaultyDiscord"/> before the simulator.</summary>
internal sealed class VirtualRun : IAsyncDisposable
{
    private readonly SimulatedRun _run;

    public VirtualRun(
        Action<WebhookAlertOptions, DiscordSimulator>? configure = null,
        TimeSpan roundTrip = default,
        Action<AlertPipeline>? beforeStart = null,
        Func<TimeSpan>? roundTripOf = null)
    {
        _run = SimulatedRun.Start(new SimulatedRunOptions
        {
            Simulator = new DiscordSimulatorOptions { RoundTrip = roundTrip, RoundTripOf = roundTripOf },
            Configure = (options, discord) =>
            {
                Faults = new FaultyDiscord(discord.CreateHandler());
                options.HttpMessageHandler = () => Faults;
                configure?.Invoke(options, discord);
            },
            BeforeStart = beforeStart,
            WaitingElsewhere = () => Faults.Hanging,
        });
        Error = _run.Webhook("error");
    }

    public VirtualTime Time => _run.Time;

    public DiscordSimulator Discord => _run.Discord;

    /// <summary>What stands before Discord; it answers nothing itself unless it is planned.</summary>
    public FaultyDiscord Faults { get; private set; } = null!;

    /// <summary>The webhook of the route <c>error</c>.</summary>
    public SimulatedWebhook Error { get; }

    /// <summary>A pipeline of its own: tests that run side by side share no ambient one.</summary>
    public AlertPipeline Pipeline => _run.Pipeline;

    /// <summary>The alerts on display: embeds over all messages.</summary>
    public int Shown => Discord.Messages.Sum(message => message.Embeds.Count);

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
