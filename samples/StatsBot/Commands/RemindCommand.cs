using System.Globalization;

namespace StatsBot.Commands;

/// <summary><c>/remind in</c>: a note to oneself.</summary>
internal sealed class RemindCommand : ICommand
{
    public string Name => "remind";

    public Task<string> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var delay = TimeSpan.Parse(context.Text("in") ?? "01:00", CultureInfo.InvariantCulture);
        return Task.FromResult($"<t:{(context.At + delay).ToUnixTimeSeconds()}:R> it is");
    }
}
