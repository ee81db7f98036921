using Spectre.Console;

namespace StatsBot.Channel;

/// <summary>Chooses how channels are shown.</summary>
internal static class ChannelViews
{
    /// <summary>A terminal is drawn anew as messages change; a file or a pipe is only ever appended to.</summary>
    public static IChannelView For(IAnsiConsole console)
        => console.Profile.Out.IsTerminal && console.Profile.Capabilities.Ansi
            ? new LiveChannelView(console)
            : new PrintedChannelView(console);
}
