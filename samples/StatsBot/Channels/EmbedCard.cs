using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;
using TypedWebhookAlerts.Testing;

namespace StatsBot.Channels;

/// <summary>An embed: the bar in its colour, title, description, fields, footer.</summary>
internal sealed class EmbedCard : Renderable
{
    private const int FieldsInRow = 3;

    private static readonly Style s_title = new(decoration: Decoration.Bold);
    private static readonly Style s_small = new(Color.Grey50);

    private readonly ColourBar _bar;

    public EmbedCard(SimulatedEmbed embed)
    {
        _bar = new ColourBar(new Rows(Parts(embed)), ColourOf(embed));
    }

    /// <summary>The colour of an embed's bar.</summary>
    public static Color ColourOf(SimulatedEmbed embed)
    {
        var colour = embed.Color ?? 0x4F545C;
        return new Color((byte)(colour >> 16), (byte)(colour >> 8), (byte)colour);
    }

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
        => ((IRenderable)_bar).Render(options, maxWidth);

    private static IEnumerable<IRenderable> Parts(SimulatedEmbed embed)
    {
        if (embed.Title is { } title)
        {
            yield return DiscordMarkdown.Line(title, s_title);
        }

        foreach (var part in DiscordMarkdown.Render(embed.Description ?? string.Empty))
        {
            yield return part;
        }

        foreach (var row in FieldRows(embed.Fields))
        {
            yield return row.Count == 1 ? Field(row[0]) : SideBySide(row);
        }

        if (Footer(embed) is { Length: > 0 } footer)
        {
            yield return new Text(footer, s_small);
        }
    }

    private static IEnumerable<IReadOnlyList<SimulatedField>> FieldRows(IReadOnlyList<SimulatedField> fields)
    {
        var row = new List<SimulatedField>();
        foreach (var field in fields)
        {
            if (row.Count > 0 && (row.Count == FieldsInRow || !field.Inline || !row[^1].Inline))
            {
                yield return row;
                row = [];
            }

            row.Add(field);
        }

        if (row.Count > 0)
        {
            yield return row;
        }
    }

    private static Rows Field(SimulatedField field)
        => new([DiscordMarkdown.Line(field.Name, s_title), .. DiscordMarkdown.Render(field.Value)]);

    private static Grid SideBySide(IReadOnlyList<SimulatedField> row)
    {
        var grid = new Grid();
        foreach (var _ in row)
        {
            grid.AddColumn(new GridColumn().PadLeft(0).PadRight(3));
        }

        return grid.AddRow([.. row.Select(Field)]);
    }

    private static string Footer(SimulatedEmbed embed)
        => string.Join(" • ", new[]
        {
            embed.Footer, embed.Timestamp?.ToLocalTime().ToString("HH:mm:ss", CultureInfo.InvariantCulture),
        }.OfType<string>());
}
