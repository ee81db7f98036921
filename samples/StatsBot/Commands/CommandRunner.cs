using Microsoft.Extensions.Logging;
using StatsBot.Gateway;
using StatsBot.Members;

namespace StatsBot.Commands;

/// <summary>Runs one command, and tells when it fails or takes long.</summary>
internal sealed class CommandRunner(
    IEnumerable<ICommand> commands,
    GuildDirectory guilds,
    BotMetrics metrics,
    TimeProvider time,
    ILogger<CommandRunner> logger)
{
    private static readonly TimeSpan s_slow = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, ICommand> _commands = commands.ToDictionary(command => command.Name);
    private int _running;

    public async Task RunAsync(InteractionCreate interaction, CancellationToken cancellationToken)
    {
        // Buttons and pings have no name, and a direct message has no guild to count.
        if (interaction is not
            { Data: { Name: { } name } data, GuildId: { } guildId, InvokedBy: { } user })
        {
            return;
        }

        if (!_commands.TryGetValue(name, out var command))
        {
            logger.CommandUnknown(name, user.DisplayName);
            return;
        }

        var at = Snowflake.CreatedAt(interaction.Id);
        await RunAsync(
            command, new CommandContext(guilds.Find(guildId), user, at, data.Options ?? []), cancellationToken);
    }

    private async Task RunAsync(ICommand command, CommandContext context, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        Interlocked.Increment(ref _running);
        try
        {
            var reply = await command.RunAsync(context, cancellationToken);
            Answered(command, context, reply, time.GetElapsedTime(started));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The bot stops, and the user's client says that it did not answer.
        }
        catch (Exception exception)
        {
            // Whatever a command throws, the bot goes on.
            logger.CommandFailed(command.Name, exception.GetType().Name);
            BotAlerts.CommandFailed(command.Name, context.Guild.Name, context.InvokedBy.Id, exception);
        }
        finally
        {
            Interlocked.Decrement(ref _running);
            metrics.CommandEnded(command.Name, time.GetElapsedTime(started));
        }
    }

    private void Answered(ICommand command, CommandContext context, string reply, TimeSpan took)
    {
        logger.CommandAnswered(command.Name, context.InvokedBy.DisplayName, (long)took.TotalMilliseconds, reply);
        if (took > s_slow)
        {
            BotAlerts.CommandSlow(command.Name, context.Guild.Name, took, s_slow, _running - 1, context.InvokedBy.Id);
        }
    }
}
