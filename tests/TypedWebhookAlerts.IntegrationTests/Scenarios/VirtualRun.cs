using Microsoft.Extensions.Logging.Abstractions;
using TypedWebhookAlerts.Testing;

namespace TypedWebhookAlerts.IntegrationTests.Scenarios;

/// <summary>
/// A pipeline and a Discord in virtual time. The clock moves only when pump, lanes and requests all wait for it, and
/// then to the next moment that somebody waits for: an hour takes no longer than its work.
/// </summary>
internal sealed class VirtualRun : IAsyncDisposable
{
    /// <summary>In real time, and only to end a test that would hang: nothing is measured by it.</summary>
    private static readonly TimeSpan s_watchdog = TimeSpan.FromSeconds(60);

    /// <summary>In real time: what ends a flush may still run when the clock has nothing more to move.</summary>
    private static readonly TimeSpan s_lastContinuation = TimeSpan.FromSeconds(1);

    public VirtualRun(
        Action<WebhookAlertOptions, DiscordSimulator>? configure = null,
        TimeSpan roundTrip = default,
        Action<AlertPipeline>? beforeStart = null,
        Func<TimeSpan>? roundTripOf = null,
        Action<FaultyDiscord>? prepare = null,
        Action<DiscordSimulatorOptions>? limits = null)
    {
        Start = Time.GetUtcNow();
        var simulation = new DiscordSimulatorOptions
        {
            TimeProvider = Time,
            RoundTrip = roundTrip,
            RoundTripOf = roundTripOf,
        };
        limits?.Invoke(simulation);
        Discord = new DiscordSimulator(simulation);
        Faults = new FaultyDiscord(Discord.CreateHandler()) { Time = Time };
        Error = Discord.AddWebhook("error");
        var options = new WebhookAlertOptions
        {
            TimeProvider = Time,
            HttpMessageHandler = () => Faults,
            LoggerFactory = NullLoggerFactory.Instance,
        };
        options.Route("error", Error.Url);
        options.Fallback.Path = null;
        configure?.Invoke(options, Discord);
        prepare?.Invoke(Faults);
        beforeStart?.Invoke(Pipeline);
        Pipeline.Start(options);
    }

    public VirtualTime Time { get; } = new();

    /// <summary>When the run began.</summary>
    public DateTimeOffset Start { get; }

    public DiscordSimulator Discord { get; }

    /// <summary>What stands before Discord; it answers nothing itself unless it is planned.</summary>
    public FaultyDiscord Faults { get; }

    /// <summary>The webhook of the route <c>error</c>.</summary>
    public SimulatedWebhook Error { get; }

    /// <summary>A pipeline of its own: tests that run side by side share no ambient one.</summary>
    public AlertPipeline Pipeline { get; } = new();

    /// <summary>The alerts on display: embeds over all messages.</summary>
    public int Shown => Discord.Messages.Sum(message => message.Embeds.Count(embed => !IsNote(embed)));

    /// <summary>What the library says itself, in order.</summary>
    public IReadOnlyList<string> Notes
        => [.. Discord.Messages.SelectMany(message => message.Embeds).Where(IsNote).Select(embed => embed.Description!)];

    /// <summary>Whether an embed is no alert, but a message of the library's own.</summary>
    public static bool IsNote(SimulatedEmbed embed) => embed.Title is "Alerts missed here" or "A channel cannot be reached";

    /// <summary>Lets all that can happen now happen, without moving the clock.</summary>
    public void Settle()
    {
        var wait = default(SpinWait);
        var start = TimeProvider.System.GetTimestamp();
        while (!Pipeline.IsRestingBut(Discord.SleepingRequests + Faults.Hanging))
        {
            wait.SpinOnce();
            if (TimeProvider.System.GetElapsedTime(start) > s_watchdog)
            {
                throw new TimeoutException("The pipeline does not come to rest.");
            }
        }
    }

    /// <summary>Lets some time pass.</summary>
    public void Run(TimeSpan time) => RunUntil(() => false, time);

    /// <summary>Lets time pass until something is so.</summary>
    /// <returns>Whether it came to be so within the limit.</returns>
    public bool RunUntil(Func<bool> isDone, TimeSpan limit)
    {
        var end = Time.GetUtcNow() + limit;
        while (true)
        {
            Settle();
            if (isDone())
            {
                return true;
            }

            var left = end - Time.GetUtcNow();
            if (left <= TimeSpan.Zero)
            {
                return false;
            }

            if (!Time.AdvanceToNext(left))
            {
                Time.Advance(left);
            }
        }
    }

    /// <summary>Flushes in virtual time.</summary>
    /// <returns>Whether all was settled within the limit.</returns>
    public bool Flush(TimeSpan limit)
    {
        // Without a timeout of its own, which the clock could reach while the last continuation still runs.
        var flush = Pipeline.FlushAsync(Timeout.InfiniteTimeSpan);
        return RunUntil(() => flush.IsCompleted || (Time.NextDue is null && flush.Wait(s_watchdog)), limit)
            || flush.Wait(s_lastContinuation);
    }

    public async ValueTask DisposeAsync()
    {
        var dispose = Pipeline.DisposeAsync().AsTask();
        while (!dispose.IsCompleted)
        {
            // Nobody may be at rest while lanes are being disposed: the clock is pushed on.
            Time.Advance(TimeSpan.FromMilliseconds(10));
            await Task.Yield();
        }

        await dispose;
        await Discord.DisposeAsync();
    }
}
