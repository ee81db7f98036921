using System.Runtime.InteropServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using StatsBot.Channels;
using StatsBot.Gateway;
using TypedWebhookAlerts;

namespace StatsBot;

/// <summary>One run of the bot: from its start to the line that accounts for every alert.</summary>
internal static class StatsBotRun
{
    /// <summary>The host waits half a minute. Discord takes 30 requests a minute, so a long input that came at once
    /// needs more.</summary>
    private static readonly TimeSpan s_flushPatience = TimeSpan.FromMinutes(2);

    /// <summary>Runs the bot until its input ends, its time is up, or Ctrl+C.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(StatsBotSettings settings)
    {
        var exitCode = ExitCode.Failed;
        AlertLedger? ledger = null;
        try
        {
            using var input = await EventInput.OpenAsync(settings.Events);
            var builder = CreateBuilder();
            await using var channels = builder.HasWebhooks() ? null : await SimulatedChannels.OpenAsync();
            builder.AddStatsBot(settings, input, channels);
            using var host = builder.Build();
            await RunAsync(host);

            // Before the pipeline is disposed: what it would drop then must show as pending.
            await TellHealthAsync(host);
            ledger = host.Services.GetRequiredService<AlertPipeline>().Ledger;
            exitCode = Report(LedgerAudit.FindProblems(ledger, channels?.Tally()), ExitCode.LedgerIsOff);
        }
        catch (OptionsValidationException exception)
        {
            Report(exception.Failures, ExitCode.Failed);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Report([exception.Message], ExitCode.Failed);
        }
        finally
        {
            await Console.Out.WriteLineAsync($"ledger: {ledger ?? WebhookAlerts.Pipeline.Ledger}");
        }

        return exitCode;
    }

    private static async Task RunAsync(IHost host)
    {
        await host.StartAsync();
        await host.WaitForShutdownAsync();
        await FlushAsync(host.Services.GetRequiredService<AlertPipeline>());

        // A listener that failed has stopped the host, which tells nobody why.
        await (host.Services.GetRequiredService<GatewayListener>().ExecuteTask ?? Task.CompletedTask);
    }

    private static async Task TellHealthAsync(IHost host)
    {
        var report = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        foreach (var (name, check) in report.Entries)
        {
            await Console.Out.WriteLineAsync($"health: {name} {check.Status} {check.Description}".TrimEnd());
        }
    }

    private static async Task FlushAsync(AlertPipeline pipeline)
    {
        using var interruption = new CancellationTokenSource();
        using var signal = PosixSignalRegistration.Create(PosixSignal.SIGINT, _ => interruption.Cancel());
        try
        {
            await pipeline.FlushAsync(s_flushPatience, interruption.Token);
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C for the second time: the ledger tells what is pending.
        }
    }

    private static int Report(IEnumerable<string> problems, int exitCode)
    {
        var reported = problems.ToList();
        reported.ForEach(problem => Console.Error.WriteLine($"error: {problem}"));
        return reported.Count == 0 ? ExitCode.Success : exitCode;
    }

    private static HostApplicationBuilder CreateBuilder()
        => Host.CreateApplicationBuilder(new HostApplicationBuilderSettings
        {
            ApplicationName = "StatsBot",
            ContentRootPath = AppContext.BaseDirectory,
        });
}
