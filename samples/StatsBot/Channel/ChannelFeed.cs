using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace StatsBot.Channel;

/// <summary>
/// Brings messages and log lines, which come from many threads, one after the other to the one view that owns the
/// terminal.
/// </summary>
internal sealed class ChannelFeed : IAsyncDisposable
{
    private readonly Channel<Action<IChannelView>> _entries =
        System.Threading.Channels.Channel.CreateUnbounded<Action<IChannelView>>();

    private readonly Task _showing;

    public ChannelFeed(IChannelView view) => _showing = Task.Run(() => ShowAsync(view));

    public void Show(ChannelMessage message) => _entries.Writer.TryWrite(view => view.Show(message));

    public void Note(string text, LogLevel level) => _entries.Writer.TryWrite(view => view.Note(text, level));

    /// <summary>Shows what has come in until now and leaves the terminal.</summary>
    public async ValueTask DisposeAsync()
    {
        _entries.Writer.TryComplete();
        await _showing;
    }

    private async Task ShowAsync(IChannelView view)
    {
        await foreach (var show in _entries.Reader.ReadAllAsync())
        {
            show(view);
        }
    }
}
