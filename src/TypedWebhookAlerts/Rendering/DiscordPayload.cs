using System.Buffers;
using System.Text;
using System.Text.Json;

namespace TypedWebhookAlerts.Rendering;

/// <summary>
/// Puts rendered alerts, each with its counter as it stands now, into the body of a request, in the frame of its route.
/// Whoever edits a message says again whom it may call: Discord remembers no <c>allowed_mentions</c>.
/// </summary>
internal static class DiscordPayload
{
    /// <summary>The code points that a content alert takes beyond its own when it follows another.</summary>
    public const int JoinCodePoints = 1;

    private static ReadOnlySpan<byte> Repeated => "-# possibly repeated"u8;

    /// <summary>Gives the body of a request that posts a message.</summary>
    /// <param name="alerts">At least one alert, within the limits of one message.</param>
    /// <param name="frame">What the message carries besides.</param>
    public static MessageBody Create(ReadOnlySpan<ShownAlert> alerts, MessageFrame frame)
    {
        var files = MessageFiles.Of(alerts);
        var body = new ArrayBufferWriter<byte>(1024);
        body.Write("{"u8);
        WriteText(body, "\"username\":"u8, frame.Username);
        WriteText(body, "\"avatar_url\":"u8, frame.AvatarUrl);
        WriteMessage(alerts, frame, body);
        MessageFiles.WriteNames(files, body);
        body.Write("}"u8);
        return new MessageBody(body.WrittenMemory, files) { Opening = Opening(frame) };
    }

    /// <summary>Gives the body of a request that edits a message. Its files are not named: so they stay.</summary>
    public static MessageBody CreateEdit(ReadOnlySpan<ShownAlert> alerts, MessageFrame frame)
    {
        var body = new ArrayBufferWriter<byte>(1024);
        body.Write("{"u8);
        WriteMessage(alerts, frame, body);
        body.Write("}"u8);
        return new MessageBody(body.WrittenMemory);
    }

    private static ReadOnlyMemory<byte> Opening(MessageFrame frame)
    {
        if (frame.ThreadName is null)
        {
            return default;
        }

        var members = new ArrayBufferWriter<byte>();
        WriteText(members, "\"thread_name\":"u8, frame.ThreadName);
        if (frame.Tags.Length > 0)
        {
            members.Write("\"applied_tags\":[\""u8);
            members.Write(Encoding.ASCII.GetBytes(frame.Tags.Replace(",", "\",\"", StringComparison.Ordinal)));
            members.Write("\"],"u8);
        }

        return members.WrittenMemory;
    }

    private static void WriteText(IBufferWriter<byte> body, ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null)
        {
            body.Write(name);
            body.Write("\""u8);
            body.Write(JsonEncodedText.Encode(text).EncodedUtf8Bytes);
            body.Write("\","u8);
        }
    }

    private static void WriteMessage(
        ReadOnlySpan<ShownAlert> alerts, MessageFrame frame, IBufferWriter<byte> body)
    {
        if (alerts.IsEmpty)
        {
            throw new ArgumentException("A message shows at least one alert.", nameof(alerts));
        }

        WriteContent(alerts, frame, body);
        WriteEmbeds(alerts, body);
        WriteAllowedMentions(frame.Mention, body);
    }

    private static void WriteContent(ReadOnlySpan<ShownAlert> alerts, MessageFrame frame, IBufferWriter<byte> body)
    {
        var lines = 0;
        if (frame.Mention is { } mention)
        {
            BeginLine(ref lines, body);
            body.Write(Encoding.ASCII.GetBytes(mention.Text));
        }

        if (frame.IsPossiblyRepeated)
        {
            BeginLine(ref lines, body);
            body.Write(Repeated);
        }

        foreach (ref readonly var shown in alerts)
        {
            if (!shown.Alert.IsEmbed)
            {
                BeginLine(ref lines, body);
                WriteAlert(shown, body);
            }
        }

        body.Write(lines > 0 ? "\","u8 : default);
    }

    private static void BeginLine(ref int lines, IBufferWriter<byte> body)
        => body.Write(lines++ == 0 ? "\"content\":\""u8 : "\\n"u8);

    private static void WriteAllowedMentions(Mention? mention, IBufferWriter<byte> body)
    {
        if (mention is null)
        {
            body.Write("\"allowed_mentions\":{\"parse\":[]}"u8);
            return;
        }

        body.Write("\"allowed_mentions\":{\"parse\":[],"u8);
        body.Write(mention.IsUser ? "\"users\":[\""u8 : "\"roles\":[\""u8);
        body.Write(Encoding.ASCII.GetBytes(mention.Id));
        body.Write("\"]}"u8);
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
