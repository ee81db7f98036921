using Spectre.Console;

namespace StatsBot.Channel;

/// <summary>Chooses how channels are shown.</summary>
internal static class ChannelViews
{
    /// <summary>A terminal is drawn anew as messages change; a file or a pipe is only ever appended to.</summary>
    public static IChannelView Create()
    {
        if (Console.IsOutputRedirected)
        {
            return new PrintedChannelView(AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No }));
        }

        var console = AnsiConsole.Console;
        return console.Profile.Capabilities.Ansi ? new LiveChannelView(console) : new PrintedChannelView(console);
    }
}
