using Spectre.Console;
using Spectre.Console.Rendering;

namespace StatsBot.Channel;

/// <summary>
/// Shows the latest messages as they change. What no longer fits on the screen scrolls away for good; an edit of it is
/// then told in a line.
/// </summary>
internal sealed class LiveChannelView(IAnsiConsole console) : IChannelView
{
    private readonly List<(ulong Id, MessageCard Card)> _live = [];
    private int _drawn;

    public void Show(ChannelMessage message)
    {
        var card = new MessageCard(message);
        var index = _live.FindIndex(live => live.Id == message.Message.Id);
        if (index >= 0)
        {
            _live[index] = (message.Message.Id, card);
            Redraw([]);
        }
        else if (message.Message.Edits > 0)
        {
            Redraw([new EditNote(message)]);
        }
        else
        {
            _live.Add((message.Message.Id, card));
            Redraw([]);
        }
    }

    public void Note(string text) => Redraw([new Text(text, new Style(Color.Yellow))]);

    public void Close() => _live.Clear();

    /// <summary>Draws the region anew, below lines that stay.</summary>
    private void Redraw(IEnumerable<IRenderable> above)
    {
        var options = RenderOptions.Create(console, console.Profile.Capabilities);
        var width = console.Profile.Width;
        var leaving = new List<IRenderable>(above);
        var cards = _live.Select(live => (IRenderable)new Rows(live.Card, Text.Empty)).ToList();
        var heights = cards.Select(card => Segment.SplitLines(card.Render(options, width)).Count).ToList();
        while (cards.Count > 0 && heights.Sum() > console.Profile.Height - 2)
        {
            leaving.Add(cards[0]);
            cards.RemoveAt(0);
            heights.RemoveAt(0);
            _live.RemoveAt(0);
        }

        console.Write(new ControlCode(_drawn > 0 ? $"\e[{_drawn}F\e[J" : "\r"));
        console.Write(new Rows([.. leaving, .. cards]));
        _drawn = heights.Sum();
    }
}
