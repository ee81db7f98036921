using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using TypedWebhookAlerts.Testing;

namespace TypedWebhookAlerts.IntegrationTests.Hosting;

/// <summary>A real host with a Discord, both in virtual time. Its pipeline is not the ambient one of the process, but
/// of the flow that built it: hosts of tests that run side by side do not meet.</summary>
internal sealed class HostRun : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private readonly VirtualDriver _driver;
    private readonly FlowPipeline _flow;
    private bool _isStarted;

    /// <param name="configure">Puts the host together, after the run has.</param>
    /// <param name="options">Sets options in code.</param>
    /// <param name="settings">The configuration. The webhooks of <paramref name="routes"/> are in it already.</param>
    /// <param name="routes">The routes that have a webhook; <c>error</c> and <c>info</c> if none is named.</param>
    /// <param name="simulator">The simulator's options.</param>
    public HostRun(
        Action<HostApplicationBuilder>? configure = null,
        Action<WebhookAlertOptions>? options = null,
        IEnumerable<(string Key, string? Value)>? settings = null,
        string[]? routes = null,
        Action<DiscordSimulatorOptions>? simulator = null)
    {
        var limits = new DiscordSimulatorOptions { TimeProvider = Time };
        simulator?.Invoke(limits);
        Discord = new DiscordSimulator(limits);
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(
            new HostApplicationBuilderSettings { ApplicationName = "HostRun" });
        builder.Configuration.AddInMemoryCollection(Settings(routes ?? ["error", "info"], settings ?? []));
        builder.Logging.AddProvider(new FakeLoggerProvider(Log)).SetMinimumLevel(LogLevel.Trace);
        builder.Services.AddSingleton(Pipeline);
        builder.AddWebhookAlerts(alerts =>
        {
            alerts.TimeProvider = Time;
            alerts.HttpMessageHandler = Discord.CreateDrivenHandler;
            options?.Invoke(alerts);
        });
        configure?.Invoke(builder);
        Host = builder.Build();
        _driver = new VirtualDriver(Time, Discord, Pipeline, static () => 0);
        _flow = FlowPipeline.Begin(Pipeline);
    }

    public VirtualTime Time { get; } = new();

    public DiscordSimulator Discord { get; }

    public IHost Host { get; }

    public AlertPipeline Pipeline { get; } = new();

    /// <summary>What was logged, by all.</summary>
    public FakeLogCollector Log { get; } = new();

    /// <summary>All embeds on display, in the order of their messages.</summary>
    public IReadOnlyList<SimulatedEmbed> Embeds => [.. Discord.Messages.SelectMany(message => message.Embeds)];

    /// <summary>Changes the configuration and tells of it, as a changed file does.</summary>
    /// <param name="settings">The keys that change; null takes one away.</param>
    public void Reload(params (string Key, string? Value)[] settings)
    {
        var configuration = (IConfigurationRoot)Host.Services.GetRequiredService<IConfiguration>();
        foreach (var (key, value) in settings)
        {
            configuration[key] = value;
        }

        configuration.Reload();
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _isStarted = true;
        await Host.StartAsync(cancellationToken);
        _driver.Settle();
    }

    /// <summary>Stops the host in virtual time.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _isStarted = false;
        await _driver.PushUntilEndedAsync(Host.StopAsync(cancellationToken), s_patience);
    }

    public void Settle() => _driver.Settle();

    public void Run(TimeSpan time) => _driver.RunUntil(static () => false, time);

    public bool RunUntil(Func<bool> isDone, TimeSpan limit) => _driver.RunUntil(isDone, limit);

    public bool Flush() => _driver.RunUntilEnded(Pipeline.FlushAsync(Timeout.InfiniteTimeSpan), s_patience);

    public async ValueTask DisposeAsync()
    {
        if (_isStarted)
        {
            await StopAsync(CancellationToken.None);
        }

        _flow.Dispose();

        // The container disposes no instance that it was given.
        await _driver.PushUntilEndedAsync(Pipeline.DisposeAsync().AsTask(), s_patience);
        Host.Dispose();
        await Discord.DisposeAsync();
    }

    private IEnumerable<KeyValuePair<string, string?>> Settings(
        string[] routes, IEnumerable<(string Key, string? Value)> settings)
        => routes.Select(route => ($"WebhookAlerts:Routes:{route}:Url", (string?)Discord.AddWebhook(route).Url))
            .Append(("WebhookAlerts:Fallback:Path", ""))
            .Append(("WebhookAlerts:VerifyOnStart", "false"))
            .Append(("WebhookAlerts:SystemStatus:Started", "false"))
            .Append(("WebhookAlerts:SystemStatus:Stopping", "false"))
            .Append(("WebhookAlerts:SystemStatus:UnobservedExceptions", "false"))
            .Concat(settings)

            // A test's own setting comes last, and wins.
            .GroupBy(setting => setting.Item1, StringComparer.OrdinalIgnoreCase)
            .Select(setting => KeyValuePair.Create(setting.Key, setting.Last().Item2));
}
