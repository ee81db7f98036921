using System.Globalization;
using System.Text.Json;
using TypedWebhookAlerts.Testing.Payloads;

namespace TypedWebhookAlerts.Testing.Simulation;

/// <summary>A message as Discord answers it. The id comes after the embeds, as in the real one.</summary>
internal static class MessageJson
{
    public static SimulatedMessage Complete(SimulatedMessage message)
        => message with { Json = JsonText.Write(json => Write(json, message)) };

    private static void Write(Utf8JsonWriter json, SimulatedMessage message)
    {
        json.WriteStartObject();
        json.WriteNumber("type", 0);
        json.WriteString("content", message.Content ?? "");
        WriteEmpty(json, "mentions");
        WriteEmpty(json, "mention_roles");
        WriteFiles(json, message);
        json.WriteStartArray("embeds");
        foreach (var embed in message.Embeds)
        {
            Write(json, embed);
        }

        json.WriteEndArray();
        json.WriteString("timestamp", Iso(message.CreatedAt));
        json.WriteString("edited_timestamp", message.EditedAt is { } edited ? Iso(edited) : null);
        json.WriteNumber("flags", (int)FlagsOf(message));
        WriteEmpty(json, "components");
        json.WriteString("id", Id(message.Id));
        json.WriteString("channel_id", Id(message.ChannelId));
        WriteAuthor(json, message);
        json.WriteBoolean("pinned", false);
        json.WriteBoolean("mention_everyone", false);
        json.WriteBoolean("tts", false);
        json.WriteString("webhook_id", Id(message.WebhookId));
        json.WriteEndObject();
    }

    private static void WriteFiles(Utf8JsonWriter json, SimulatedMessage message)
    {
        json.WriteStartArray("attachments");
        foreach (var file in message.Files)
        {
            var address = $"https://cdn.discordapp.com/attachments/{Id(message.ChannelId)}/{Id(file.Id)}/"
                + Uri.EscapeDataString(file.Name);
            json.WriteStartObject();
            json.WriteString("id", Id(file.Id));
            json.WriteString("filename", file.Name);
            json.WriteNumber("size", file.Content.Length);
            json.WriteString("url", address);
            json.WriteString("proxy_url", address);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteAuthor(Utf8JsonWriter json, SimulatedMessage message)
    {
        json.WriteStartObject("author");
        json.WriteString("id", Id(message.WebhookId));
        json.WriteString("username", message.Username);
        json.WriteNull("avatar");
        json.WriteString("discriminator", "0000");
        json.WriteNumber("public_flags", 0);
        json.WriteNumber("flags", 0);
        json.WriteBoolean("bot", true);
        json.WriteNull("global_name");
        json.WriteNull("primary_guild");
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SimulatedEmbed embed)
    {
        json.WriteStartObject();
        json.WriteString("type", "rich");
        WriteText(json, "url", embed.Url);
        WriteText(json, "title", embed.Title);
        WriteText(json, "description", embed.Description);
        if (embed.Color is { } color)
        {
            json.WriteNumber("color", color);
        }

        WriteText(json, "timestamp", embed.Timestamp is { } timestamp ? Iso(timestamp) : null);
        WriteFields(json, embed.Fields);
        WritePart(json, "author", "name", embed.Author);
        WritePart(json, "image", "url", embed.Image);
        WritePart(json, "thumbnail", "url", embed.Thumbnail);
        WritePart(json, "footer", "text", embed.Footer);
        json.WriteEndObject();
    }

    private static void WriteFields(Utf8JsonWriter json, IReadOnlyList<SimulatedField> fields)
    {
        if (fields.Count == 0)
        {
            return;
        }

        json.WriteStartArray("fields");
        foreach (var field in fields)
        {
            json.WriteStartObject();
            json.WriteString("name", field.Name);
            json.WriteString("value", field.Value);
            json.WriteBoolean("inline", field.Inline);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePart(Utf8JsonWriter json, string part, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteStartObject(part);
            json.WriteString(name, value);
            json.WriteEndObject();
        }
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void WriteEmpty(Utf8JsonWriter json, string name)
    {
        json.WriteStartArray(name);
        json.WriteEndArray();
    }

    private static MessageFlags FlagsOf(SimulatedMessage message)
        => (message.SuppressesEmbeds ? MessageFlags.SuppressEmbeds : 0)
            | (message.SuppressesNotifications ? MessageFlags.SuppressNotifications : 0);

    private static string Iso(DateTimeOffset time)
        => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'+00:00'", CultureInfo.InvariantCulture);

    private static string Id(ulong id) => id.ToString(CultureInfo.InvariantCulture);
}
