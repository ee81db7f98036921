using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using StatsBot.Channel;
using StatsBot.Gateway;
using TypedWebhookAlerts;

namespace StatsBot;

/// <summary>One run of the bot: from its start to the line that accounts for every alert.</summary>
internal static class StatsBotRun
{
    /// <summary>Runs the bot until its input ends, its time is up, or Ctrl+C.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(StatsBotSettings settings)
    {
        // Until there is a host, the ambient pipeline keeps the account.
        var pipeline = WebhookAlerts.Pipeline;
        IReadOnlyList<string> problems = [];
        var exitCode = ExitCode.Success;
        try
        {
            var builder = CreateBuilder();
            await using var channels = builder.HasWebhooks() ? null : await SimulatedChannels.OpenAsync();
            builder.AddStatsBot(settings, channels);
            using var host = builder.Build();
            pipeline = host.Services.GetRequiredService<AlertPipeline>();
            await host.StartAsync();
            await host.WaitForShutdownAsync();
            exitCode = host.Services.GetRequiredService<GatewayListener>().ExecuteTask is { IsFaulted: true }
                ? ExitCode.Failed
                : ExitCode.Success;
            problems = LedgerAudit.FindProblems(pipeline.Ledger, channels?.Tally());
        }
        catch (OptionsValidationException exception)
        {
            problems = [.. exception.Failures];
            exitCode = ExitCode.Failed;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problems = [exception.Message];
            exitCode = ExitCode.Failed;
        }

        foreach (var problem in problems)
        {
            await Console.Error.WriteLineAsync($"error: {problem}");
        }

        await Console.Out.WriteLineAsync($"ledger: {pipeline.Ledger}");
        return exitCode == ExitCode.Success && problems.Count > 0 ? ExitCode.LedgerIsOff : exitCode;
    }

    private static HostApplicationBuilder CreateBuilder()
        => Host.CreateApplicationBuilder(new HostApplicationBuilderSettings
        {
            ApplicationName = "StatsBot",
            ContentRootPath = AppContext.BaseDirectory,
        });
}
