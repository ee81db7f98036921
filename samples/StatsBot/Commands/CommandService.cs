using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using StatsBot.Gateway;

namespace StatsBot.Commands;

/// <summary>Runs commands beside each other, so that a slow one does not hold up the gateway.</summary>
internal sealed class CommandService(CommandRunner runner) : BackgroundService
{
    private const int AtOnce = 16;

    private readonly Channel<InteractionCreate> _interactions = System.Threading.Channels.Channel.CreateUnbounded<InteractionCreate>();

    public void Enqueue(InteractionCreate interaction) => _interactions.Writer.TryWrite(interaction);

    /// <summary>Waits for what is enqueued; nothing more is.</summary>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        _interactions.Writer.Complete();
        await (ExecuteTask ?? Task.CompletedTask).WaitAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
        => Parallel.ForEachAsync(
            _interactions.Reader.ReadAllAsync(stoppingToken),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stoppingToken },
            async (interaction, cancellation) => await runner.RunAsync(interaction, cancellation));
}
