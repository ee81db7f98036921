using Microsoft.Extensions.Logging;

namespace StatsBot.Channel;

/// <summary>Shows channels to whoever sits before the terminal. Called by one thread at a time.</summary>
internal interface IChannelView
{
    /// <summary>Shows a message that was posted or edited.</summary>
    void Show(ChannelMessage message);

    /// <summary>Shows a line that no channel holds.</summary>
    void Note(string text, LogLevel level);
}
