using Spectre.Console;
using Spectre.Console.Rendering;
using TypedWebhookAlerts.Testing;

namespace StatsBot.Channel;

/// <summary>Tells in one line of a counter that moved.</summary>
internal sealed class EditNote(string channel, SimulatedEmbed embed) : Renderable
{
    private static readonly Style s_mark = new(Color.Grey50);
    private static readonly Style s_channel = new(Color.SteelBlue1);
    private static readonly Style s_counter = new(Color.Gold1, decoration: Decoration.Bold);

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        Segment[] line =
        [
            new("✎ ", s_mark),
            new($"{channel}  ", s_channel),
            new($"×{RepeatCounter.Read(embed):N0}  ", s_counter),
            new(FirstLine(embed.Title)),
            new($"  {FirstLine(embed.Description)}", s_mark),
        ];
        return Segment.Truncate(line, maxWidth).Append(Segment.LineBreak);
    }

    private static string FirstLine(string? text) => DiscordMarkdown.Plain(text ?? string.Empty).Split('\n')[0];
}
