using Microsoft.Extensions.Logging;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace StatsBot.Channels;

/// <summary>
/// Shows the latest messages as they change. What no longer fits on the screen scrolls away for good; its changes are
/// then told below.
/// </summary>
internal sealed class LiveChannelView(IAnsiConsole console) : IChannelView
{
    /// <summary>Some terminals draw some emoji wider than they are; a line that wraps would disturb the
    /// count.</summary>
    private const int Margin = 2;

    private readonly ChangedEmbeds _counters = new();
    private readonly List<(ulong Id, MessageCard Card)> _live = [];
    private readonly CountersAway _away = new();
    private int _drawnLines;

    public void Show(ChannelMessage message)
    {
        var moved = _counters.Note(message.Message);
        var entry = (message.Message.Id, new MessageCard(message));
        if (_live.FindIndex(live => live.Id == message.Message.Id) is var index and >= 0)
        {
            _live[index] = entry;
        }
        else if (message.Message.Edits == 0)
        {
            _live.Add(entry);
        }
        else
        {
            _away.Add(message, moved);
        }

        Redraw([]);
    }

    public void Note(string text, LogLevel level)
    {
        var colour = level >= LogLevel.Warning ? Color.Yellow : Color.Grey50;
        Redraw([.. Lines(new Text(text, new Style(colour))), []]);
    }

    /// <summary>Draws what is live anew, below lines that stay where they are.</summary>
    private void Redraw(IEnumerable<SegmentLine> staying)
    {
        var cards = _live.Select(message => Lines(message.Card).Append([]).ToList()).ToList();
        var away = Lines(_away);
        var leaving = 0;
        while (leaving < cards.Count && Height(cards, leaving) + away.Count >= console.Profile.Height)
        {
            leaving++;
        }

        var lines = cards.Take(leaving).SelectMany(card => card)
            .Concat(staying)
            .Concat(cards.Skip(leaving).SelectMany(card => card))
            .Concat(away);
        console.Write(new Frame(_drawnLines, [.. lines]));
        _live.RemoveRange(0, leaving);
        _drawnLines = Height(cards, leaving) + away.Count;
    }

    private static int Height(IEnumerable<List<SegmentLine>> cards, int from)
        => cards.Skip(from).Sum(card => card.Count);

    private List<SegmentLine> Lines(IRenderable renderable)
    {
        var options = RenderOptions.Create(console, console.Profile.Capabilities);
        return Segment.SplitLines(renderable.Render(options, Math.Max(1, console.Profile.Width - Margin)));
    }
}
