using Spectre.Console;
using Spectre.Console.Rendering;
using TypedWebhookAlerts.Testing;

namespace StatsBot.Channels;

/// <summary>Tells in one line of an edit: a counter that moved, an incident that went on.</summary>
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
            News(),
            new(FirstLine(embed.Title)),
            new($"  {FirstLine(embed.Description)}", s_mark),
        ];
        return Ellipsis.Cut(line, maxWidth).Append(Segment.LineBreak);
    }

    // An incident's is in the colour of its message, which ends in green.
    private Segment News()
        => IncidentNews.Newest(embed.Description) is { } newest
            ? new($"{FirstLine(newest)}  ", new Style(EmbedCard.ColourOf(embed), decoration: Decoration.Bold))
            : new($"×{RepeatCounter.Read(embed):N0}  ", s_counter);

    private static string FirstLine(string? text) => DiscordMarkdown.Plain(text ?? string.Empty).Split('\n')[0];
}
