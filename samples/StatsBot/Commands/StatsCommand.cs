using StatsBot.Data;

namespace StatsBot.Commands;

/// <summary><c>/stats [days]</c>: how busy a guild is.</summary>
internal sealed class StatsCommand(ActivityRepository activity) : ICommand
{
    public string Name => "stats";

    public async Task<string> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var messages = await activity.ReadAsync(
            context.Guild.Id, context.Number("days", otherwise: 7), context.At, cancellationToken);
        return $"{messages.Count} messages, {PerActiveDay(messages)} on a day with any";
    }

    private static int PerActiveDay(IReadOnlyCollection<MessageRow> messages)
        => messages.Count / messages.Select(message => message.At.Date).Distinct().Count();
}
