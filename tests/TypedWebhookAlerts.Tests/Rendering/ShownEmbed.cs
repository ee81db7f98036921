using System.Text;
using System.Text.Json;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Tests.Rendering;

/// <summary>A payload as Discord would read it: decoded, and trimmed at the edges.</summary>
internal sealed class ShownEmbed
{
    private ShownEmbed(JsonElement embed)
    {
        Json = embed;
        Title = Text(embed, "title");
        Description = Text(embed, "description");
        Footer = embed.TryGetProperty("footer", out var footer) ? Text(footer, "text") : null;
        Color = embed.GetProperty("color").GetInt32();
        Fields = embed.TryGetProperty("fields", out var fields)
            ? [.. fields.EnumerateArray().Select(f => (Text(f, "name")!, Text(f, "value")!))]
            : [];
    }

    public JsonElement Json { get; }

    public string? Title { get; }

    public string? Description { get; }

    public string? Footer { get; }

    public int Color { get; }

    public (string Name, string Value)[] Fields { get; }

    public IEnumerable<string> Texts
        => new[] { Title, Description, Footer }.OfType<string>()
            .Concat(Fields.SelectMany(f => new[] { f.Name, f.Value }));

    public int CodePoints => Texts.Sum(CodePointsOf);

    public static ShownEmbed Of(RenderedAlert alert, AlertCounter counter = default)
    {
        using var document = JsonDocument.Parse(
            DiscordPayload.Create([new ShownAlert(alert, counter)], MessageFrame.None).Json);
        return new ShownEmbed(document.RootElement.GetProperty("embeds")[0].Clone());
    }

    public static string ContentOf(RenderedAlert alert, AlertCounter counter = default)
    {
        using var document = JsonDocument.Parse(
            DiscordPayload.Create([new ShownAlert(alert, counter)], MessageFrame.None).Json);
        return document.RootElement.GetProperty("content").GetString()!.Trim();
    }

    public static int CodePointsOf(string text) => text.EnumerateRunes().Count();

    public static bool IsBlank(string text) => !text.EnumerateRunes().Any(Legible.IsVisible);

    private static string? Text(JsonElement element, string name)
        => element.TryGetProperty(name, out var text) ? text.GetString()!.Trim() : null;
}
