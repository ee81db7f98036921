using Spectre.Console;
using Spectre.Console.Rendering;

namespace StatsBot.Channels;

/// <summary>What changed last in messages that have scrolled away.</summary>
internal sealed class CountersAway : Renderable
{
    private const int MaxCounters = 5;

    private readonly List<(ulong Message, int Index, EditNote Note)> _counters = [];

    public void Add(ChannelMessage message, IEnumerable<ChangedEmbed> moved)
    {
        foreach (var counter in moved)
        {
            var entry = (message.Message.Id, counter.Index, new EditNote(message.Channel, counter.Embed));
            if (_counters.FindIndex(old => old.Message == message.Message.Id && old.Index == counter.Index)
                is var place and >= 0)
            {
                _counters[place] = entry;
            }
            else
            {
                _counters.Add(entry);
            }
        }

        _counters.RemoveRange(0, Math.Max(0, _counters.Count - MaxCounters));
    }

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        if (_counters.Count == 0)
        {
            return [];
        }

        var rule = new Rule("scrolled away, still changing")
        {
            Justification = Justify.Left,
            Style = new Style(Color.Grey50),
        };
        IEnumerable<IRenderable> parts = [rule, .. _counters.Select(counter => counter.Note)];
        return parts.SelectMany(part => part.Render(options, maxWidth)).Append(Segment.LineBreak);
    }
}
