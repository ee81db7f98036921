using Spectre.Console;
using Spectre.Console.Rendering;

namespace StatsBot.Channel;

/// <summary>
/// Shows the latest messages as they change. What no longer fits on the screen scrolls away for good; an edit of it is
/// then told in a line.
/// </summary>
internal sealed class LiveChannelView(IAnsiConsole console) : IChannelView
{
    /// <summary>Some terminals draw some emoji wider than they are: a line that wraps would disturb the count.</summary>
    private const int Margin = 2;

    private readonly MovedCounters _counters = new();
    private readonly List<(ulong Id, MessageCard Card)> _live = [];
    private int _drawnLines;

    public void Show(ChannelMessage message)
    {
        var moved = _counters.Note(message.Message);
        var entry = (message.Message.Id, new MessageCard(message));
        var index = _live.FindIndex(live => live.Id == message.Message.Id);
        if (index >= 0)
        {
            _live[index] = entry;
            Redraw([]);
        }
        else if (message.Message.Edits == 0)
        {
            _live.Add(entry);
            Redraw([]);
        }
        else
        {
            Redraw(moved.Select(embed => new EditNote(message.Channel, embed)));
        }
    }

    public void Note(string text) => Redraw([new Text(text, new Style(Color.Yellow))]);

    /// <summary>Draws the live messages anew, below notes that stay where they are.</summary>
    private void Redraw(IEnumerable<IRenderable> notes)
    {
        var cards = _live.Select(message => Lines(message.Card).Append([]).ToList()).ToList();
        var leaving = 0;
        while (Height(cards, leaving) >= console.Profile.Height)
        {
            leaving++;
        }

        console.Write(new Frame(
            _drawnLines, [.. cards.Take(leaving).Concat(notes.Select(Lines)).Concat(cards.Skip(leaving)).SelectMany(lines => lines)]));
        _live.RemoveRange(0, leaving);
        _drawnLines = Height(cards, leaving);
    }

    private static int Height(IEnumerable<List<SegmentLine>> cards, int from) => cards.Skip(from).Sum(card => card.Count);

    private List<SegmentLine> Lines(IRenderable renderable)
        => Segment.SplitLines(
            renderable.Render(RenderOptions.Create(console, console.Profile.Capabilities), console.Profile.Width - Margin));
}
