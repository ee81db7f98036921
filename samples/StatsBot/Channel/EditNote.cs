using Spectre.Console;
using Spectre.Console.Rendering;
using TypedWebhookAlerts.Testing;

namespace StatsBot.Channel;

/// <summary>Tells in a line or two what an edit changed in a message that has scrolled away.</summary>
internal sealed class EditNote(ChannelMessage message) : Renderable
{
    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        foreach (var embed in message.Message.Embeds.Where(embed => RepeatCounter.Read(embed) > 1))
        {
            var paragraph = new Paragraph { Overflow = Overflow.Ellipsis }
                .Append("✎ ", new Style(Color.Grey50))
                .Append($"{message.Channel} ", new Style(Color.SteelBlue1))
                .Append(Headline(embed))
                .Append($" ×{RepeatCounter.Read(embed)}\n", new Style(decoration: Decoration.Bold));
            foreach (var segment in ((IRenderable)paragraph).Render(options, maxWidth))
            {
                yield return segment;
            }
        }
    }

    private static string Headline(SimulatedEmbed embed)
    {
        const int MaxLength = 48;
        var text = DiscordMarkdown.Plain(embed.Title ?? embed.Description ?? string.Empty).Split('\n')[0];
        return text.EnumerateRunes().Count() <= MaxLength
            ? text
            : string.Concat(text.EnumerateRunes().Take(MaxLength - 1).Select(rune => rune.ToString())) + "…";
    }
}
