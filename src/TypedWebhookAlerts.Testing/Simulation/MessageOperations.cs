using TypedWebhookAlerts.Testing.Payloads;

namespace TypedWebhookAlerts.Testing.Simulation;

/// <summary>What a webhook does with messages, once a request has passed its windows. The caller holds the model's
/// lock.</summary>
internal sealed class MessageOperations(
    TimeProvider clock, Snowflakes ids, RateWindows windows, MessageStore messages, bool legacyErrors)
{
    private const int LargestRequest = 25 * 1024 * 1024;

    private static readonly TimeSpan s_old = TimeSpan.FromHours(1);

    public ApiAnswer Execute(SimulatedWebhook webhook, ApiRequest request, RequestQuery query)
    {
        var payload = ReadPayload(request, PayloadKind.Execute, out var refused);
        if (payload is null)
        {
            return refused!;
        }

        if (payload.ThreadName is not null)
        {
            return query.ThreadId is null ? Answers.NoForumChannel : Answers.TwoThreads;
        }

        if (payload.Content is null && payload.Embeds is not { Count: > 0 })
        {
            return Answers.EmptyMessage;
        }

        var message = MessageJson.Complete(new SimulatedMessage
        {
            Id = ids.Next(),
            ChannelId = query.ThreadId ?? webhook.ChannelId,
            WebhookId = webhook.Id,
            Content = payload.Content,
            Username = payload.Username ?? webhook.Name,
            Embeds = payload.Embeds ?? [],
            SuppressesMentions = payload.SuppressesMentions,
            SuppressesEmbeds = payload.Flags.HasFlag(MessageFlags.SuppressEmbeds),
            SuppressesNotifications = payload.Flags.HasFlag(MessageFlags.SuppressNotifications),
            CreatedAt = clock.GetUtcNow(),
        });
        return Keep(message, query.Wait);
    }

    public ApiAnswer Edit(SimulatedWebhook webhook, ulong id, ApiRequest request, RequestQuery query)
    {
        if (messages.Find(webhook, id, query.ThreadId) is not { } old)
        {
            return Answers.UnknownMessage;
        }

        var payload = ReadPayload(request, PayloadKind.Edit, out var refused);
        if (payload is null)
        {
            return refused!;
        }

        var now = clock.GetUtcNow();
        var edited = old with
        {
            Content = payload.HasContent ? payload.Content : old.Content,
            Embeds = payload.HasEmbeds ? payload.Embeds ?? [] : old.Embeds,
            SuppressesMentions = payload.SuppressesMentions,
            SuppressesEmbeds = payload.HasFlags
                ? payload.Flags.HasFlag(MessageFlags.SuppressEmbeds)
                : old.SuppressesEmbeds,
            EditedAt = now,
            Edits = old.Edits + 1,
        };
        if (edited.Content is null && edited.Embeds.Count == 0)
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

    private MessagePayload? ReadPayload(ApiRequest request, PayloadKind kind, out ApiAnswer? refused)
    {
        refused = null;
        if (request.Body.Length > LargestRequest)
        {
            refused = Answers.EntityTooLarge;
            return null;
        }

        // What is not declared as JSON is read as a form, and in that form there is no message.
        if (request.ContentType != "application/json")
        {
            refused = Answers.EmptyMessage;
            return null;
        }

        using var document = JsonBody.Parse(request.Body);
        if (document is null)
        {
            refused = Answers.InvalidJson;
            return null;
        }

        var errors = new ErrorNode();
        var payload = PayloadReader.Read(document.RootElement, kind, errors);
        refused = errors.IsEmpty ? null : Answers.InvalidForm(errors, legacyErrors);
        return errors.IsEmpty ? payload : null;
    }
}
