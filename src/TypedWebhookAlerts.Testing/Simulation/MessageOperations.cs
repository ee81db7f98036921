using TypedWebhookAlerts.Rendering;
using TypedWebhookAlerts.Testing.Payloads;

namespace TypedWebhookAlerts.Testing.Simulation;

/// <summary>What a webhook does with messages, once a request has passed its windows. The caller holds the model's
/// lock.</summary>
internal sealed class MessageOperations(
    TimeProvider clock,
    Snowflakes ids,
    RateWindows windows,
    MessageStore messages,
    ThreadStore threads,
    bool legacyErrors)
{
    private static readonly TimeSpan s_old = TimeSpan.FromHours(1);

    public ApiAnswer Execute(SimulatedWebhook webhook, ApiRequest request, RequestQuery query)
    {
        var payload = ReadPayload(request, PayloadKind.Execute, [], out var files, out var refused);
        if (payload is null)
        {
            return refused!;
        }

        if (ProblemOfPlace(webhook, query, payload) is { } problem)
        {
            return problem;
        }

        if (payload.Content is null && payload.Embeds is not { Count: > 0 } && files.Count == 0)
        {
            return Answers.EmptyMessage;
        }

        var id = ids.Next();
        if (payload.ThreadName is { } name)
        {
            threads.Keep(new SimulatedThread(id, webhook.ChannelId, name, payload.AppliedTags));
        }

        var message = MessageJson.Complete(new SimulatedMessage
        {
            Id = id,
            ChannelId = payload.ThreadName is null ? query.ThreadId ?? webhook.ChannelId : id,
            WebhookId = webhook.Id,
            Content = payload.Content,
            Username = payload.Username ?? webhook.Name,
            AvatarUrl = payload.AvatarUrl,
            Embeds = payload.Embeds ?? [],
            Files = files,
            Mentions = payload.AllowedMentions.Find(payload.Content),
            SuppressesMentions = payload.AllowedMentions.SuppressesAll,
            SuppressesEmbeds = payload.Flags.HasFlag(MessageFlags.SuppressEmbeds),
            SuppressesNotifications = payload.Flags.HasFlag(MessageFlags.SuppressNotifications),
            CreatedAt = clock.GetUtcNow(),
        });
        return Keep(message, query.Wait);
    }

    public ApiAnswer Edit(SimulatedWebhook webhook, ulong id, ApiRequest request, RequestQuery query)
    {
        if (ProblemOfThread(webhook, query) is { } problem)
        {
            return problem;
        }

        if (messages.Find(webhook, id, query.ThreadId) is not { } old)
        {
            return Answers.UnknownMessage;
        }

        var payload = ReadPayload(request, PayloadKind.Edit, old.Files, out var files, out var refused);
        if (payload is null)
        {
            return refused!;
        }

        var now = clock.GetUtcNow();
        var edited = old with
        {
            Content = payload.HasContent ? payload.Content : old.Content,
            Embeds = payload.HasEmbeds ? payload.Embeds ?? [] : old.Embeds,
            Files = files,
            SuppressesMentions = payload.AllowedMentions.SuppressesAll,
            SuppressesEmbeds = payload.HasFlags
                ? payload.Flags.HasFlag(MessageFlags.SuppressEmbeds)
                : old.SuppressesEmbeds,
            EditedAt = now,
            Edits = old.Edits + 1,
        };
        if (edited.Content is null && edited.Embeds.Count == 0 && files.Count == 0)
        {
            return Answers.EmptyMessage;
        }

        if (now - old.CreatedAt > s_old && !windows.TryTakeOldEdit(webhook.Id))
        {
            return Answers.TooManyOldEdits;
        }

        return Keep(MessageJson.Complete(edited), answersMessage: true);
    }

    public ApiAnswer Read(SimulatedWebhook webhook, ulong id, RequestQuery query)
        => messages.Find(webhook, id, query.ThreadId) is { } message
            ? Answers.Ok(message.Json)
            : Answers.UnknownMessage;

    public ApiAnswer Delete(SimulatedWebhook webhook, ulong id, RequestQuery query)
    {
        if (messages.Find(webhook, id, query.ThreadId) is null)
        {
            return Answers.UnknownMessage;
        }

        messages.Remove(id);
        return Answers.NoContent;
    }

    private ApiAnswer Keep(SimulatedMessage message, bool answersMessage)
    {
        messages.Keep(message);
        var answer = answersMessage ? Answers.Ok(message.Json) : Answers.NoContent;
        return answer with { MessageId = message.Id, Changed = message };
    }

    private ApiAnswer? ProblemOfPlace(SimulatedWebhook webhook, RequestQuery query, MessagePayload payload)
        => (payload.ThreadName, query.ThreadId) switch
        {
            (not null, not null) => Answers.TwoThreads,
            (not null, null) => webhook.IsForum ? null : Answers.NoForumChannel,
            (null, null) => webhook.IsForum ? Answers.NoThread : null,
            _ => ProblemOfThread(webhook, query),
        };

    private ApiAnswer? ProblemOfThread(SimulatedWebhook webhook, RequestQuery query)
        => query.ThreadId is { } thread && !threads.Has(webhook, thread) ? Answers.UnknownChannel : null;

    private MessagePayload? ReadPayload(
        ApiRequest request,
        PayloadKind kind,
        IReadOnlyList<SimulatedFile> before,
        out IReadOnlyList<SimulatedFile> files,
        out ApiAnswer? refused)
    {
        files = before;
        var body = RequestBody.Read(request.ContentType, request.Body);
        if (request.Body.Length > DiscordLimits.RequestBytes
            || body.Files.Any(file => file.Content.Length > DiscordLimits.FileBytes))
        {
            refused = Answers.EntityTooLarge;
            return null;
        }

        // What is not declared as JSON is read as a form, and in that form there is no message.
        if (body.Json is null)
        {
            refused = Answers.EmptyMessage;
            return null;
        }

        using var document = JsonBody.Parse(body.Json);
        if (document is null)
        {
            refused = Answers.InvalidJson;
            return null;
        }

        var errors = new ErrorNode();
        var known = body.Files.Select(file => file.Index).Concat(before.Select(file => file.Id)).ToHashSet();
        var payload = PayloadReader.Read(document.RootElement, kind, known, errors);
        files = MessageFiles.Merge(before, body.Files, payload.Attachments, ids);
        if (files.Count > DiscordLimits.Files)
        {
            errors.Child("files").Add(FormErrors.TooLong(DiscordLimits.Files));
        }

        refused = errors.IsEmpty ? null : Answers.InvalidForm(errors, legacyErrors);
        return errors.IsEmpty ? payload : null;
    }
}
