using System.Globalization;
using StatsBot.Data;

namespace StatsBot.Commands;

/// <summary><c>/leaderboard [user]</c>: which place a member holds by messages written.</summary>
internal sealed class LeaderboardCommand(ActivityRepository activity) : ICommand
{
    private const int Days = 30;

    public string Name => "leaderboard";

    public async Task<string> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var user = context.Text("user") is { } id ? ulong.Parse(id, CultureInfo.InvariantCulture) : context.InvokedBy.Id;
        var ranks = Ranks(await activity.ReadAsync(context.Guild.Id, Days, context.At, cancellationToken));
        return $"<@{user}> is number {ranks[user]} of {ranks.Count}";
    }

    private static Dictionary<ulong, int> Ranks(IReadOnlyList<MessageRow> messages)
        => messages.CountBy(message => message.AuthorId)
            .OrderByDescending(author => author.Value)
            .Index()
            .ToDictionary(author => author.Item.Key, author => author.Index + 1);
}
