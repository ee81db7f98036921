using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Testing.Payloads;

/// <summary>Reads the embeds of a payload with every limit on them.</summary>
internal static class EmbedReader
{
    private const int Author = 256;
    private const int Provider = 256;
    private const int MediaDescription = 4096;
    private const int MediaPlaceholder = 64;

    /// <summary>Discord's bound of texts that it does not bound otherwise.</summary>
    private const int AnyText = 152_133;

    public static IReadOnlyList<SimulatedEmbed>? Read(PayloadObject payload)
    {
        if (payload.Items("embeds", DiscordLimits.Embeds) is not { } items)
        {
            return null;
        }

        var errors = payload.ErrorsOf("embeds");
        var embeds = new List<SimulatedEmbed>(items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            var place = errors.Child(PayloadObject.Index(i));
            if (PayloadObject.AsObject(items[i], place) is { } item)
            {
                embeds.Add(Read(item, place));
            }
        }

        if (embeds.Sum(CountedLength) > DiscordLimits.EmbedTotal)
        {
            errors.Add(FormErrors.TooLargeTogether);
        }

        return embeds;
    }

    private static SimulatedEmbed Read(PayloadObject item, ErrorNode errors)
    {
        item.Text("type", AnyText);
        ReadProvider(item);
        ReadMedia(item, "video");
        var embed = new SimulatedEmbed
        {
            Title = item.Text("title", DiscordLimits.Title),
            Description = item.Text("description", DiscordLimits.Description),
            Url = item.Url("url"),
            Color = (int?)item.Integer("color", 0, 0xFFFFFF),
            Timestamp = item.Timestamp("timestamp"),
            Author = ReadAuthor(item),
            Footer = ReadFooter(item),
            Image = ReadMedia(item, "image"),
            Thumbnail = ReadMedia(item, "thumbnail"),
            Fields = ReadFields(item),
        };
        if (errors.IsEmpty && ShowsNothing(embed))
        {
            errors.Add(FormErrors.EmptyItem);
        }

        return embed;
    }

    private static IReadOnlyList<SimulatedField> ReadFields(PayloadObject item)
        => [.. (item.Objects("fields", DiscordLimits.Fields) ?? []).Select(ReadField)];

    private static SimulatedField ReadField(PayloadObject field) => new(
        field.RequiredText("name", DiscordLimits.FieldName),
        field.RequiredText("value", DiscordLimits.FieldValue),
        field.Boolean("inline") ?? false);

    private static string? ReadAuthor(PayloadObject item)
    {
        if (item.Object("author") is not { } author)
        {
            return null;
        }

        author.Url("url");
        author.Url("icon_url", orAttachment: true);
        return author.Text("name", Author);
    }

    private static string? ReadFooter(PayloadObject item)
    {
        if (item.Object("footer") is not { } footer)
        {
            return null;
        }

        footer.Url("icon_url", orAttachment: true);
        return footer.Text("text", DiscordLimits.Footer);
    }

    private static void ReadProvider(PayloadObject item)
    {
        if (item.Object("provider") is { } provider)
        {
            provider.Text("name", Provider);
            provider.Url("url");
        }
    }

    private static string? ReadMedia(PayloadObject item, string name)
    {
        if (item.Object(name) is not { } media)
        {
            return null;
        }

        media.Integer("width");
        media.Integer("height");
        media.Text("placeholder", MediaPlaceholder);
        media.Integer("placeholder_version", 0, int.MaxValue);
        media.Boolean("is_animated");
        media.Text("description", MediaDescription);
        return media.Url("url", orAttachment: true);
    }

    private static int CountedLength(SimulatedEmbed embed)
        => CodePoints.Count(embed.Title)
            + CodePoints.Count(embed.Description)
            + CodePoints.Count(embed.Footer)
            + CodePoints.Count(embed.Author)
            + embed.Fields.Sum(field => CodePoints.Count(field.Name) + CodePoints.Count(field.Value));

    private static bool ShowsNothing(SimulatedEmbed embed)
        => (embed.Title ?? embed.Description ?? embed.Footer ?? embed.Author ?? embed.Image ?? embed.Thumbnail) is null
            && embed.Fields.Count == 0;
}
