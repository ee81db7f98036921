using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TypedWebhookAlerts.Delivery;

/// <summary>The lines of the fallback file: an alert, or a note that alerts of the file were delivered after
/// all.</summary>
internal static class FallbackLine
{
    private static readonly JsonWriterOptions s_options = new()
    {
        // People read the file, and nothing else: no page of HTML ever holds it.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void WriteAlert(FallbackEntry entry, string id, DateTimeOffset now, IBufferWriter<byte> lines)
    {
        using (var json = new Utf8JsonWriter(lines, s_options))
        {
            json.WriteStartObject();
            json.WriteString("time"u8, entry.Origin.RaisedAt.UtcDateTime);
            json.WriteString("written"u8, now.UtcDateTime);
            json.WriteString("id"u8, id);
            json.WriteString("alert"u8, entry.Origin.Name);
            json.WriteNumber("eventId"u8, entry.Origin.EventId);
            json.WriteString("level"u8, entry.Origin.Level.ToString());
            json.WriteString("route"u8, entry.Route);
            json.WriteString("reason"u8, entry.Reason);
            json.WriteNumber("count"u8, entry.Count);
            WriteShown(entry, json);
            json.WriteEndObject();
        }

        lines.Write("\n"u8);
    }

    public static void WriteDelivered(IEnumerable<string> ids, DateTimeOffset now, IBufferWriter<byte> lines)
    {
        using (var json = new Utf8JsonWriter(lines, s_options))
        {
            json.WriteStartObject();
            json.WriteString("written"u8, now.UtcDateTime);
            json.WriteStartArray("delivered"u8);
            foreach (var id in ids)
            {
                json.WriteStringValue(id);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        lines.Write("\n"u8);
    }

    /// <summary>When a line was written; null for one that is torn, or not ours.</summary>
    public static DateTimeOffset? WrittenAt(ReadOnlySpan<byte> line)
    {
        var json = new Utf8JsonReader(line);
        try
        {
            while (json.Read())
            {
                if (json.TokenType == JsonTokenType.PropertyName && json.CurrentDepth == 1
                    && json.ValueTextEquals("written"u8))
                {
                    return json.Read() && json.TokenType == JsonTokenType.String
                        && json.TryGetDateTimeOffset(out var at)
                        ? at
                        : null;
                }
            }
        }
        catch (JsonException)
        {
            // A process was killed in the middle of it.
        }

        return null;
    }

    private static void WriteShown(FallbackEntry entry, Utf8JsonWriter json)
    {
        if (entry.IsEmbed)
        {
            json.WritePropertyName("embed"u8);
            json.WriteRawValue(entry.Alert.Span);
        }
        else
        {
            json.WritePropertyName("content"u8);
            json.WriteRawValue([(byte)'"', .. entry.Alert.Span, (byte)'"']);
        }
    }
}
