using Spectre.Console;
using Spectre.Console.Rendering;
using TypedWebhookAlerts.Testing;

namespace StatsBot.Channel;

/// <summary>Tells of a counter that moved in a message which has scrolled away: a line.</summary>
internal sealed class EditNote(string channel, SimulatedEmbed embed) : Renderable
{
    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
        => ((IRenderable)new Paragraph()
            .Append("✎ ", new Style(Color.Grey50))
            .Append($"{channel}  ", new Style(Color.SteelBlue1))
            .Append(Headline())
            .Append($" ×{RepeatCounter.Read(embed):N0}\n", new Style(decoration: Decoration.Bold)))
            .Render(options, maxWidth);

    private string Headline()
    {
        const int MaxLength = 40;
        var text = DiscordMarkdown.Plain(embed.Title ?? embed.Description ?? string.Empty).Split('\n')[0];
        return text.EnumerateRunes().Count() <= MaxLength
            ? text
            : string.Concat(text.EnumerateRunes().Take(MaxLength - 1).Select(rune => rune.ToString())) + "…";
    }
}
