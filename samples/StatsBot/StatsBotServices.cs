using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using StatsBot.Channels;
using StatsBot.Commands;
using StatsBot.Data;
using StatsBot.Gateway;
using StatsBot.Members;

namespace StatsBot;

/// <summary>Puts the bot together.</summary>
internal static class StatsBotServices
{
    /// <summary>Whether the environment or the configuration names a webhook to post to.</summary>
    public static bool HasWebhooks(this HostApplicationBuilder builder)
        => builder.Configuration.AsEnumerable().Any(setting => !string.IsNullOrWhiteSpace(setting.Value)
            && (IsWebhookVariable(setting.Key)
                || (setting.Key.StartsWith("WebhookAlerts:Routes:", StringComparison.OrdinalIgnoreCase)
                    && setting.Key.EndsWith(":Url", StringComparison.OrdinalIgnoreCase))));

    /// <summary>Adds the bot, and its alerts, to the host.</summary>
    public static void AddStatsBot(
        this HostApplicationBuilder builder, StatsBotSettings settings, EventInput input, SimulatedChannels? channels)
    {
        builder.AddWebhookAlerts(options =>
        {
            // Events that are handed over are a job with an end: that it begins and ends is no news.
            options.SystemStatus.Started &= input.IsRecording;
            options.SystemStatus.Stopping &= input.IsRecording;
            channels?.Configure(options);
        });
        builder.AddLogging(channels);
        builder.Services
            .Configure<ConsoleLifetimeOptions>(options => options.SuppressStatusMessages = true)
            .AddSingleton(settings)
            .AddSingleton(input)
            .AddSingleton(TimeProvider.System)
            .AddSingleton<GuildDirectory>()
            .AddSingleton<MemberEvents>()
            .AddSingleton<ActivityDatabase>()
            .AddSingleton<DatabaseHealth>()
            .AddSingleton<ActivityRepository>()
            .AddSingleton<ICommand, StatsCommand>()
            .AddSingleton<ICommand, LeaderboardCommand>()
            .AddSingleton<ICommand, ExportCommand>()
            .AddSingleton<ICommand, RemindCommand>()
            .AddSingleton<CommandRunner>()
            .AddSingleton<GatewaySession>()
            .AddSingleton<GatewayDispatcher>()
            .AddSharedHostedService<CommandService>()
            .AddSharedHostedService<GatewayListener>();
    }

    private static void AddLogging(this HostApplicationBuilder builder, SimulatedChannels? channels)
    {
        // Whoever runs the host tells why it failed, in a line.
        builder.Logging.ClearProviders().AddFilter("Microsoft", LogLevel.None);
        if (channels is not null)
        {
            // The channels show the rest.
            builder.Logging.AddProvider(channels.LoggerProvider).SetMinimumLevel(LogLevel.Warning);
            return;
        }

        // Standard output is for the ledger.
        builder.Services.Configure<ConsoleLoggerOptions>(
            options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.AddSimpleConsole(options =>
        {
            options.SingleLine = true;
            options.TimestampFormat = "HH:mm:ss ";
        });
    }

    private static IServiceCollection AddSharedHostedService<T>(this IServiceCollection services)
        where T : class, IHostedService
        => services.AddSingleton<T>().AddHostedService(provider => provider.GetRequiredService<T>());

    private static bool IsWebhookVariable(string name)
        => name.StartsWith("WEBHOOK_", StringComparison.OrdinalIgnoreCase)
            && (name.EndsWith("_URL", StringComparison.OrdinalIgnoreCase)
                || name.EndsWith("_URL_FILE", StringComparison.OrdinalIgnoreCase));
}
