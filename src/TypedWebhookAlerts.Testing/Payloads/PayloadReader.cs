using System.Text.Json;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Testing.Payloads;

/// <summary>Reads a payload and notes everything that Discord would refuse about it.</summary>
internal static class PayloadReader
{
    private const int ThreadName = 100;

    public static MessagePayload Read(JsonElement body, PayloadKind kind, ErrorNode errors)
    {
        if (PayloadObject.AsObject(body, errors) is not { } payload)
        {
            return new MessagePayload();
        }

        RefuseWhatIsNotModelled(payload);
        var read = new MessagePayload
        {
            Content = payload.Text("content", DiscordLimits.Content),
            HasContent = payload.Has("content"),
            Embeds = EmbedReader.Read(payload),
            HasEmbeds = payload.Has("embeds"),
            Flags = ReadFlags(payload),
            HasFlags = payload.Has("flags"),
            SuppressesMentions = MentionsReader.ReadSuppressesAll(payload),
        };
        return kind == PayloadKind.Edit ? read : WithWhatOnlyExecuteReads(read, payload);
    }

    private static MessagePayload WithWhatOnlyExecuteReads(MessagePayload read, PayloadObject payload)
    {
        payload.Boolean("tts");
        payload.Url("avatar_url");
        RefuseItems(payload, "applied_tags");
        return read with
        {
            Username = UsernameRules.Read(payload),
            ThreadName = payload.Text("thread_name", ThreadName),
        };
    }

    private static MessageFlags ReadFlags(PayloadObject payload)
    {
        var flags = (MessageFlags)((payload.Integer("flags") ?? 0) & int.MaxValue);
        if (flags.HasFlag(MessageFlags.ComponentsV2))
        {
            payload.ErrorsOf("flags").Add(FormErrors.NotModelled);
        }

        return flags;
    }

    private static void RefuseWhatIsNotModelled(PayloadObject payload)
    {
        RefuseItems(payload, "components");
        RefuseItems(payload, "attachments");
        if (payload.Object("poll") is not null)
        {
            payload.ErrorsOf("poll").Add(FormErrors.NotModelled);
        }
    }

    private static void RefuseItems(PayloadObject payload, string name)
    {
        if (payload.Items(name, int.MaxValue) is { Count: > 0 })
        {
            payload.ErrorsOf(name).Add(FormErrors.NotModelled);
        }
    }
}
