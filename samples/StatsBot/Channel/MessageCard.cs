using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;
using TypedWebhookAlerts.Testing;

namespace StatsBot.Channel;

/// <summary>A message as the channel would show it: who wrote it where and when, its text, its embeds.</summary>
internal sealed class MessageCard : Renderable
{
    private readonly Rows _rows;

    public MessageCard(ChannelMessage message)
    {
        var parts = new List<IRenderable> { Header(message) };
        if (message.Message.Content is { } content)
        {
            parts.AddRange(DiscordMarkdown.Render(content));
        }

        parts.AddRange(message.Message.Embeds.Select(embed => new EmbedCard(embed)));
        _rows = new Rows(parts);
    }

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
        => ((IRenderable)_rows).Render(options, maxWidth);

    private static Paragraph Header(ChannelMessage message)
        => new Paragraph { Overflow = Overflow.Ellipsis }
            .Append(message.Channel, new Style(Color.SteelBlue1, decoration: Decoration.Bold))
            .Append($"  {message.Message.Username}  ", new Style(Color.Grey70))
            .Append(Time(message.Message.CreatedAt), new Style(Color.Grey50))
            .Append(message.Message.EditedAt is null ? string.Empty : " (edited)", new Style(Color.Grey50));

    private static string Time(DateTimeOffset at)
        => at.ToLocalTime().ToString("HH:mm:ss", CultureInfo.InvariantCulture);
}
