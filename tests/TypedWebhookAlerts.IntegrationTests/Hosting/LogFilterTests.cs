using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Hosting;

/// <summary>Which entries become alerts: .NET's own filters, and a default that gives way to them.</summary>
public sealed class LogFilterTests
{
    private static readonly LogLevel[] s_levels =
        [LogLevel.Debug, LogLevel.Information, LogLevel.Warning, LogLevel.Error, LogLevel.Critical];

    [Theory]
    [InlineData("Warning")]
    [InlineData("Warning", "Logging:LogLevel:Default", "Information")]
    [InlineData("Warning", "Logging:LogLevel:Shop", "Debug")]
    [InlineData("Error", "Logging:LogLevel:Default", "Error")]
    [InlineData("Critical", "Logging:LogLevel:Shop", "Critical")]
    [InlineData("None", "Logging:LogLevel:Shop.Orders", "None")]
    [InlineData("Information", "Logging:WebhookAlerts:LogLevel:Default", "Information")]
    [InlineData("Information", "Logging:WebhookAlerts:LogLevel:Shop", "Information")]
    [InlineData("Warning", "Logging:WebhookAlerts:LogLevel:Others", "Information")]
    [InlineData("Critical", "Logging:WebhookAlerts:LogLevel:Default", "Critical")]
    [InlineData(
        "Debug", "Logging:WebhookAlerts:LogLevel:Shop", "Debug", "Logging:WebhookAlerts:LogLevel:Default", "Error")]
    [InlineData("Information", "Logging:WebhookAlerts:LogLevel:S*Orders", "Information")]
    [InlineData(
        "Information", "Logging:LogLevel:Default", "Error", "Logging:WebhookAlerts:LogLevel:Default", "Information")]
    [InlineData(
        "Information", "Logging:LogLevel:Shop", "None", "Logging:WebhookAlerts:LogLevel:Default", "Information")]
    public async Task ConfigurationDecides(string from, params string[] settings)
    {
        await using var run = await StartAsync(settings: settings.Chunk(2).Select(pair => (pair[0], (string?)pair[1])));

        AssertTaken(run, Enum.Parse<LogLevel>(from));
    }

    [Fact]
    public async Task AFilterInCodeWinsOverTheDefaultWheneverItIsAdded()
    {
        await using var before = await StartAsync(
            early: logging => logging.AddFilter<WebhookAlertsLoggerProvider>(null, LogLevel.Debug));
        AssertTaken(before, LogLevel.Debug);

        await using var after = await StartAsync(
            late: logging => logging.AddFilter<WebhookAlertsLoggerProvider>(
                "Shop", level => level == LogLevel.Information));
        Assert.Equal([LogLevel.Information], Taken(after));

        await using var twice = await StartAsync(
            early: logging => logging.AddFilter<WebhookAlertsLoggerProvider>("Shop", LogLevel.Critical),
            late: logging => logging.AddFilter<WebhookAlertsLoggerProvider>("Shop", LogLevel.Information));
        AssertTaken(twice, LogLevel.Information);

        await using var general = await StartAsync(late: logging => logging.AddFilter("Shop", LogLevel.Error));
        AssertTaken(general, LogLevel.Error);
    }

    [Fact]
    public async Task AReloadChangesTheFilter()
    {
        await using var run = await StartAsync();
        run.Reload(("Logging:WebhookAlerts:LogLevel:Default", "Information"));
        AssertTaken(run, LogLevel.Information);

        run.Reload(("Logging:WebhookAlerts:LogLevel:Default", null));
        AssertTaken(run, LogLevel.Warning);
    }

    [Fact]
    public async Task ALevelThatGoesNowhereIsNotEnabled()
    {
        await using var run = await StartAsync(
            settings: [("Logging:WebhookAlerts:LogLevel:Default", "Trace"), ("WebhookAlerts:MinimumLevel", "Error")]);

        Assert.Equal(
            [LogLevel.Error, LogLevel.Critical],
            s_levels.Where(Logger(run).IsEnabled));
    }

    [Fact]
    public void AThrowingFilterIsNoExceptionOfWhoeverLogs()
    {
        using var recorder = AlertRecorder.Start();
        using var services = new ServiceCollection()
            .AddLogging(logging => logging.AddWebhookAlerts()
                .AddFilter<WebhookAlertsLoggerProvider>((_, _) => throw new NotSupportedException()))
            .BuildServiceProvider();

        // As a factory that is not .NET's, which asks no filter itself.
        var log = services.GetServices<ILoggerProvider>().Single().CreateLogger("Shop.Orders");

        Assert.False(log.IsEnabled(LogLevel.Error));
        log.LogError("x");
        Assert.Empty(recorder.All);
    }

    [Fact]
    public void AProviderThatIsDisposedNoLongerListensForOtherFilters()
    {
        var filters = new ListenedFilters();
        using var services = new ServiceCollection()
            .AddSingleton<IOptionsMonitor<LoggerFilterOptions>>(filters)
            .BuildServiceProvider();

        var provider = new WebhookAlertsLoggerProvider(services);
        Assert.Equal(1, filters.Listeners);
        provider.Dispose();

        Assert.Equal(0, filters.Listeners);
    }

    private static async Task<HostRun> StartAsync(
        Action<ILoggingBuilder>? early = null,
        Action<ILoggingBuilder>? late = null,
        IEnumerable<(string, string?)>? settings = null)
    {
        var run = new HostRun(
            builder =>
            {
                builder.Logging.ClearProviders();
                early?.Invoke(builder.Logging);
                builder.Logging.AddWebhookAlerts().AddConfiguration(builder.Configuration.GetSection("Logging"));
                late?.Invoke(builder.Logging);
            },
            options => options.LevelRoutes[LogLevel.Debug] = ["info"],
            settings);
        await run.StartAsync(TestContext.Current.CancellationToken);
        return run;
    }

    private static void AssertTaken(HostRun run, LogLevel from)
        => Assert.Equal(s_levels.Where(level => level >= from), Taken(run));

    /// <summary>The levels whose entries become alerts.</summary>
    private static List<LogLevel> Taken(HostRun run)
    {
        var log = Logger(run);
        return [.. s_levels.Where(level =>
        {
            var raised = run.Pipeline.Ledger.Raised;
            log.Log(level, "An entry");
            Assert.Equal(run.Pipeline.Ledger.Raised > raised, log.IsEnabled(level));
            return run.Pipeline.Ledger.Raised > raised;
        })];
    }

    private static ILogger Logger(HostRun run)
        => run.Host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Shop.Orders");

    private sealed class ListenedFilters : IOptionsMonitor<LoggerFilterOptions>, IDisposable
    {
        public int Listeners { get; private set; }

        public LoggerFilterOptions CurrentValue { get; } = new();

        public LoggerFilterOptions Get(string? name) => CurrentValue;

        public IDisposable OnChange(Action<LoggerFilterOptions, string?> listener)
        {
            Listeners++;
            return this;
        }

        public void Dispose() => Listeners--;
    }
}
