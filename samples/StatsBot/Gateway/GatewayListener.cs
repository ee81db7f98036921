using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StatsBot.Commands;

namespace StatsBot.Gateway;

/// <summary>Reads the gateway until it ends or the time is up, then stops the bot.</summary>
internal sealed class GatewayListener(
    StatsBotSettings settings,
    GatewayDispatcher dispatcher,
    CommandService commands,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<GatewayListener> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timeIsUp = new CancellationTokenSource(settings.Duration, time);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, timeIsUp.Token);
        try
        {
            using var input = await EventInput.OpenAsync(settings.Events);
            logger.Reading(input.Name, settings.Duration.TotalSeconds);
            await ListenAsync(input, stopping.Token);
            await commands.FinishAsync(stopping.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The time is up, or Ctrl+C: what was raised until now is flushed all the same.
        }
        finally
        {
            lifetime.StopApplication();
        }
    }

    private async Task ListenAsync(EventInput input, CancellationToken cancellationToken)
    {
        var pace = new RecordingPace(time);
        for (var number = 1; await input.ReadLineAsync(cancellationToken) is { } line; number++)
        {
            if (Read(line, number) is not { } next)
            {
                continue;
            }

            if (input.IsRecording)
            {
                await pace.WaitAsync(next, cancellationToken);
            }

            dispatcher.Dispatch(next);
        }
    }

    private GatewayEvent? Read(string line, int number)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return null;
        }

        try
        {
            return GatewayParser.Parse(line);
        }
        catch (JsonException exception)
        {
            logger.MalformedLine(number, Reason(exception));
            return null;
        }
    }

    // What the reader appends counts lines from zero within this one line.
    private static string Reason(JsonException exception) => exception.Message.Split(" Path:", 2)[0];
}
