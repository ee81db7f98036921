using Microsoft.Extensions.Logging.Abstractions;
using TypedWebhookAlerts.Testing;

namespace TypedWebhookAlerts.IntegrationTests.Acceptance.Language;

/// <summary>A process that raises alerts: its pipeline, its clock, its way to Discord.</summary>
internal sealed class AlertProcess
{
    private readonly VirtualTime _time;
    private readonly ProcessTime _ownTime;
    private readonly DiscordSimulator _discord;
    private AlertLedger? _lastWords;

    public AlertProcess(VirtualTime time, DiscordSimulator discord, Action<WebhookAlertOptions> configure)
    {
        _time = time;
        _ownTime = new ProcessTime(time);
        _discord = discord;
        Meter = new RequestMeter(discord.CreateHandler());
        var options = new WebhookAlertOptions
        {
            TimeProvider = _ownTime,
            HttpMessageHandler = () => Meter,
            LoggerFactory = NullLoggerFactory.Instance,
        };
        options.Fallback.Path = null;
        configure(options);
        Pipeline.Start(options);
    }

    public AlertPipeline Pipeline { get; } = new();

    public RequestMeter Meter { get; }

    /// <summary>What it says of its alerts, or said last.</summary>
    public AlertLedger Ledger => _lastWords ?? Pipeline.Ledger;

    /// <summary>Whether it ended without a chance to settle anything.</summary>
    public bool WasKilled => _lastWords is not null;

    /// <summary>Whether nothing moves before the clock does.</summary>
    public bool IsResting => Pipeline.IsRestingBut(_discord.SleepingRequests);

    /// <summary>Ends it as a power failure does.</summary>
    public void Kill()
    {
        _ownTime.Stop();
        _lastWords = Pipeline.Ledger;
        Meter.Cut();
    }

    /// <summary>Ends it as a program does that comes to its end.</summary>
    public async Task DisposeAsync()
    {
        _ownTime.Resume();
        var disposal = Pipeline.DisposeAsync().AsTask();
        while (await Task.WhenAny(disposal, Task.Delay(TimeSpan.FromMilliseconds(1))) != disposal)
        {
            // Lanes that are being disposed rest no more: they are given some real time, and the clock is pushed on.
            var step = TimeSpan.FromMilliseconds(IsResting ? 250 : 10);
            if (!_time.AdvanceToNext(step))
            {
                _time.Advance(step);
            }
        }

        await disposal;
    }
}
