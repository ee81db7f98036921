using System.Text.Json;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Testing.Payloads;

/// <summary>Reads a payload and notes everything that Discord would refuse about it.</summary>
internal static class PayloadReader
{
    private const int ThreadName = 100;

    private const int AppliedTags = 5;

    /// <summary>Reads a payload.</summary>
    /// <param name="body">The JSON.</param>
    /// <param name="kind">Which of the two it is.</param>
    /// <param name="files">The files that it may name: those that come with it, by their parts' numbers, and those
    /// that the message has, by their ids.</param>
    /// <param name="errors">What is wrong with it.</param>
    public static MessagePayload Read(
        JsonElement body, PayloadKind kind, IReadOnlySet<ulong> files, ErrorNode errors)
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
            AllowedMentions = MentionsReader.Read(payload),
            Attachments = AttachmentsReader.Read(payload, files),
        };
        return kind == PayloadKind.Edit ? read : WithWhatOnlyExecuteReads(read, payload);
    }

    private static MessagePayload WithWhatOnlyExecuteReads(MessagePayload read, PayloadObject payload)
    {
        payload.Boolean("tts");
        return read with
        {
            Username = UsernameRules.Read(payload),
            AvatarUrl = payload.Url("avatar_url"),
            AppliedTags = payload.Ids("applied_tags", AppliedTags),
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
