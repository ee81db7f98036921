using System.Buffers;

namespace TypedWebhookAlerts.Rendering;

/// <summary>
/// Puts rendered alerts, each with its counter as it stands now, into the body of a request. The same body posts a
/// message and edits it: Discord remembers no <c>allowed_mentions</c>.
/// </summary>
internal static class DiscordPayload
{
    /// <summary>The code points that a content alert takes beyond its own when it follows another.</summary>
    public const int JoinCodePoints = 1;

    /// <summary>Gives the body as an array of its own.</summary>
    public static byte[] Create(ReadOnlySpan<ShownAlert> alerts)
    {
        var body = new ArrayBufferWriter<byte>(1024);
        Write(alerts, body);
        return body.WrittenSpan.ToArray();
    }

    /// <summary>Writes the body. Embeds and contents may be mixed.</summary>
    /// <param name="alerts">At least one alert, within the limits of one message.</param>
    /// <param name="body">Where to.</param>
    public static void Write(ReadOnlySpan<ShownAlert> alerts, IBufferWriter<byte> body)
    {
        if (alerts.IsEmpty)
        {
            throw new ArgumentException("A message shows at least one alert.", nameof(alerts));
        }

        body.Write("{"u8);
        WriteContent(alerts, body);
        WriteEmbeds(alerts, body);
        body.Write("\"allowed_mentions\":{\"parse\":[]}}"u8);
    }

    private static void WriteContent(ReadOnlySpan<ShownAlert> alerts, IBufferWriter<byte> body)
    {
        var count = 0;
        foreach (ref readonly var shown in alerts)
        {
            if (!shown.Alert.IsEmbed)
            {
                body.Write(count++ == 0 ? "\"content\":\""u8 : "\\n"u8);
                WriteAlert(shown, body);
            }
        }

        body.Write(count > 0 ? "\","u8 : default);
    }

    private static void WriteEmbeds(ReadOnlySpan<ShownAlert> alerts, IBufferWriter<byte> body)
    {
        var count = 0;
        foreach (ref readonly var shown in alerts)
        {
            if (shown.Alert.IsEmbed)
            {
                body.Write(count++ == 0 ? "\"embeds\":["u8 : ","u8);
                WriteAlert(shown, body);
            }
        }

        body.Write(count > 0 ? "],"u8 : default);
    }

    private static void WriteAlert(in ShownAlert shown, IBufferWriter<byte> body)
    {
        var alert = shown.Alert;
        Span<byte> counter = stackalloc byte[CounterText.MaxBytes];
        var length = CounterText.Write(counter, shown.Counter, alert.IsCounterAlone);
        body.Write(alert.Json.AsSpan(0, alert.CounterOffset));
        if (length > 0 && alert.IsCounterAlone)
        {
            body.Write("\"description\":\""u8);
            body.Write(counter[..length]);
            body.Write("\","u8);
        }
        else
        {
            body.Write(counter[..length]);
        }

        body.Write(alert.Json.AsSpan(alert.CounterOffset));
    }
}
