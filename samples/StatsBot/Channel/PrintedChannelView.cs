using Spectre.Console;

namespace StatsBot.Channel;

/// <summary>Prints each message once and each edit as a line: for logs and pipes.</summary>
internal sealed class PrintedChannelView(IAnsiConsole console) : IChannelView
{
    public void Show(ChannelMessage message)
    {
        if (message.Message.Edits > 0)
        {
            console.Write(new EditNote(message));
            return;
        }

        console.Write(new MessageCard(message));
        console.WriteLine();
    }

    public void Note(string text) => Console.Error.WriteLine(text);

    public void Close()
    {
        // Everything is on paper already.
    }
}
