using Microsoft.Extensions.Logging;

namespace StatsBot.Channel;

/// <summary>Puts log lines between the messages instead of across them.</summary>
internal sealed class FeedLoggerProvider(ChannelFeed feed) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new FeedLogger(feed);

    public void Dispose()
    {
        // The feed outlives the host: the last messages arrive while it stops.
    }
}
