using StatsBot.Data;

namespace StatsBot.Commands;

/// <summary><c>/export [days]</c>: everything that is known of a guild, however long that takes.</summary>
internal sealed class ExportCommand(ActivityRepository activity) : ICommand
{
    public string Name => "export";

    public async Task<string> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var messages = await activity.ReadAsync(
            context.Guild.Id, context.Number("days", otherwise: 365), context.At, cancellationToken);
        return $"{messages.Count} rows";
    }
}
