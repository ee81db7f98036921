using Microsoft.Extensions.Logging;
using Spectre.Console;

namespace StatsBot.Channels;

/// <summary>Prints each message once and each edit as a line: for logs and pipes.</summary>
internal sealed class PrintedChannelView(IAnsiConsole console) : IChannelView
{
    private readonly ChangedEmbeds _counters = new();

    public void Show(ChannelMessage message)
    {
        var moved = _counters.Note(message.Message);
        if (message.Message.Edits == 0)
        {
            console.Write(new MessageCard(message));
            console.WriteLine();
            return;
        }

        foreach (var counter in moved)
        {
            console.Write(new EditNote(message.Channel, counter.Embed));
        }
    }

    public void Note(string text, LogLevel level) => Console.Error.WriteLine(text);
}
