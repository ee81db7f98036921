using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace TypedWebhookAlerts.Testing;

/// <summary>
/// A pipeline and a Discord in virtual time: <c>await using var run = SimulatedRun.Start();</c>. The clock moves only
/// when pump, lanes and requests all wait for it, and then to the next moment that somebody waits for: an hour takes
/// no longer than its work, and the same happens in it each time.
/// </summary>
/// <remarks>
/// Until it is disposed, its pipeline is the ambient one of the async flow that started it, and of no other. Start it
/// in the test itself: what an awaited method starts is seen by that method alone. One thread drives it; alerts may be
/// raised from any.
/// </remarks>
public sealed class SimulatedRun : IAsyncDisposable
{
    /// <summary>More than a disposal ever waits by its clock.</summary>
    private static readonly TimeSpan s_disposePatience = TimeSpan.FromSeconds(20);

    private readonly VirtualDriver _driver;
    private readonly bool _ownsDiscord;
    private readonly FlowPipeline _flow;

    private SimulatedRun(SimulatedRunOptions options)
    {
        _ownsDiscord = options.Discord is null;
        Discord = options.Discord ?? CreateDiscord(options.Simulator);
        Time = Discord.Clock as VirtualTime
            ?? throw new ArgumentException("The simulator's clock is no VirtualTime.", nameof(options));
        _driver = new VirtualDriver(Time, Discord, Pipeline, options.WaitingElsewhere);
        var alerts = CreateOptions(options);
        options.BeforeStart?.Invoke(Pipeline);
        Pipeline.Start(alerts);
        _flow = FlowPipeline.Begin(Pipeline);
    }

    /// <summary>The clock.</summary>
    public VirtualTime Time { get; }

    /// <summary>What stands for Discord.</summary>
    public DiscordSimulator Discord { get; }

    /// <summary>The pipeline, for alerts that are given one.</summary>
    public AlertPipeline Pipeline { get; } = new();

    /// <summary>Starts a run whose routes lead to the simulator.</summary>
    /// <param name="routes">The routes, each with a webhook of its name; <c>error</c> if none is named.</param>
    public static SimulatedRun Start(params string[] routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        var options = new SimulatedRunOptions();
        return Start(routes.Length == 0 ? options : new SimulatedRunOptions { Routes = routes });
    }

    /// <summary>Starts a run.</summary>
    /// <param name="options">What it consists of.</param>
    /// <exception cref="OptionsValidationException">An option of the pipeline is malformed.</exception>
    /// <exception cref="ArgumentException">The simulator's clock is no <see cref="VirtualTime"/>.</exception>
    public static SimulatedRun Start(SimulatedRunOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new SimulatedRun(options);
    }

    /// <summary>The webhook that a route leads to.</summary>
    /// <param name="route">The route's name.</param>
    /// <exception cref="ArgumentException">There is no webhook of that name.</exception>
    public SimulatedWebhook Webhook(string route)
        => Discord.Find(route) ?? throw new ArgumentException($"There is no webhook '{route}'.", nameof(route));

    /// <summary>Lets all that can happen now happen, without moving the clock.</summary>
    /// <exception cref="TimeoutException">After a minute of real time the pipeline is still at work.</exception>
    public void Settle() => _driver.Settle();

    /// <summary>Lets some time pass.</summary>
    /// <param name="time">How much.</param>
    public void Run(TimeSpan time) => RunUntil(() => false, time);

    /// <summary>Lets time pass until something is so.</summary>
    /// <param name="isDone">Asked whenever the pipeline is at rest.</param>
    /// <param name="limit">The longest time.</param>
    /// <returns>Whether it came to be so within the limit.</returns>
    public bool RunUntil(Func<bool> isDone, TimeSpan limit)
    {
        ArgumentNullException.ThrowIfNull(isDone);
        return _driver.RunUntil(isDone, limit);
    }

    /// <summary>Flushes in virtual time.</summary>
    /// <param name="limit">The longest time.</param>
    /// <returns>Whether all was settled within the limit.</returns>
    public bool Flush(TimeSpan limit)
    {
        // Without a timeout of its own, which the clock could reach while the last continuation still runs.
        var flush = Pipeline.FlushAsync(Timeout.InfiniteTimeSpan);
        return _driver.RunUntilEnded(flush, limit);
    }

    /// <summary>Disposes the pipeline in virtual time, and the simulator unless it was given.</summary>
    public ValueTask DisposeAsync()
    {
        _flow.Dispose();
        return new ValueTask(EndAsync());
    }

    private static DiscordSimulator CreateDiscord(DiscordSimulatorOptions options)
    {
        if (options.TimeProvider is not VirtualTime)
        {
            options.TimeProvider = new VirtualTime();
        }

        return new DiscordSimulator(options);
    }

    private WebhookAlertOptions CreateOptions(SimulatedRunOptions run)
    {
        var options = new WebhookAlertOptions { TimeProvider = Time, LoggerFactory = NullLoggerFactory.Instance };
        options.HttpMessageHandler = Discord.CreateDrivenHandler;
        if (Discord.IsListening)
        {
            options.TrustedHosts.Add(Discord.Host);
        }

        // A test leaves no file behind.
        options.Fallback.Path = null;
        foreach (var route in run.Routes)
        {
            options.Route(route, (Discord.Find(route) ?? Discord.AddWebhook(route)).Url);
        }

        run.Configure?.Invoke(options, Discord);
        var result = new WebhookAlertOptionsValidator().Validate(name: null, options);
        return result.Failed
            ? throw new OptionsValidationException(
                nameof(WebhookAlertOptions), typeof(WebhookAlertOptions), result.Failures)
            : options;
    }

    private async Task EndAsync()
    {
        await _driver.PushUntilEndedAsync(Pipeline.DisposeAsync().AsTask(), s_disposePatience).ConfigureAwait(false);
        if (_ownsDiscord)
        {
            await Discord.DisposeAsync().ConfigureAwait(false);
        }
    }
}
