using System.Security.Cryptography;
using System.Text;
using TypedWebhookAlerts.Testing.Payloads;

namespace TypedWebhookAlerts.Testing.Simulation;

/// <summary>
/// Discord itself: takes one request after the other and decides on it. In the order in which the real one does:
/// ban, User-Agent, path, windows, webhook, channel, payload.
/// </summary>
internal sealed class WebhookApi(DiscordSimulatorOptions options)
{
    private const int LargestRequest = 25 * 1024 * 1024;

    private readonly Lock _lock = new();
    private readonly TimeProvider _clock = options.TimeProvider;
    private readonly Snowflakes _ids = new(options.TimeProvider);
    private readonly RateWindows _windows = new(options);
    private readonly MessageStore _messages = new();
    private readonly Dictionary<ulong, SimulatedWebhook> _webhooks = [];

    public RequestTimeline Timeline { get; } = new();

    public ApiAnswer Decide(ApiRequest request, out int entry)
    {
        lock (_lock)
        {
            var errors = new ErrorNode();
            var target = RequestTarget.Parse(request.Path);
            var (webhook, message) = target?.ReadIds(errors) ?? default;
            var answer = _windows.IsBanned ? Answers.Banned : Decide(request, target, errors);
            _windows.CountInvalid(answer);
            entry = Timeline.Add(new SimulatedRequest
            {
                ReceivedAt = _clock.GetUtcNow(),
                Method = request.Method,
                WebhookId = webhook == 0 ? null : webhook,
                MessageId = answer.MessageId ?? message,
                StatusCode = answer.Status,
                RateLimitScope = answer.RateLimitScope,
                ErrorCode = answer.ErrorCode,
            });
            return answer;
        }
    }

    public IReadOnlyList<SimulatedMessage> Messages(ulong? webhook)
    {
        lock (_lock)
        {
            return _messages.Snapshot(webhook);
        }
    }

    public ulong NewId()
    {
        lock (_lock)
        {
            return _ids.Next();
        }
    }

    /// <summary>An id and a token of the real one's form: 68 characters that need no escape in a path.</summary>
    public (ulong Id, string Token) NewWebhookIdentity()
    {
        var id = NewId();
        var digest = SHA512.HashData(Encoding.ASCII.GetBytes($"webhook {id}"));
        return (id, Convert.ToBase64String(digest)[..68].Replace('+', '-').Replace('/', '_'));
    }

    public void Add(SimulatedWebhook webhook)
    {
        lock (_lock)
        {
            _webhooks.Add(webhook.Id, webhook);
        }
    }

    public bool Remove(ulong webhook)
    {
        lock (_lock)
        {
            return _webhooks.Remove(webhook);
        }
    }

    private ApiAnswer Decide(ApiRequest request, RequestTarget? target, ErrorNode errors)
    {
        if (!UserAgents.IsBot(request.UserAgent))
        {
            return Answers.BadUserAgent;
        }

        if (target is null)
        {
            return Answers.NoSuchPath;
        }

        if (!target.HasKnownVersion)
        {
            return Answers.InvalidApiVersion;
        }

        var (webhook, message) = target.ReadIds(new ErrorNode());
        var writes = request.Method != "GET";
        if ((_windows.TakeGlobal() ?? _windows.TakeWebhook(webhook, writes)) is { } refused)
        {
            return refused;
        }

        var query = RequestQuery.Read(request.Query, errors);
        var answer = errors.IsEmpty
            ? Decide(request, target.Token, webhook, message, query)
            : Answers.InvalidForm(errors, options.LegacyErrors);
        return _windows.WithHeaders(answer, webhook, writes);
    }

    private ApiAnswer Decide(ApiRequest request, string token, ulong id, ulong? message, RequestQuery query)
    {
        if (!_webhooks.TryGetValue(id, out var webhook))
        {
            return Answers.UnknownWebhook;
        }

        if (token != webhook.Token)
        {
            return Answers.InvalidToken;
        }

        return (request.Method, message) switch
        {
            ("GET", null) => Answers.Ok(WebhookJson.Write(webhook)),
            ("DELETE", null) => Delete(webhook),
            ("POST", null) => _windows.TakeChannel(webhook.ChannelId) ?? Execute(webhook, request, query),
            ("GET", { } known) => Read(webhook, known, query),
            ("PATCH", { } known) => _windows.TakeChannel(webhook.ChannelId) ?? Edit(webhook, known, request, query),
            ("DELETE", { } known) => _windows.TakeChannel(webhook.ChannelId) ?? Delete(webhook, known, query),
            _ => Answers.MethodNotAllowed,
        };
    }

    private ApiAnswer Delete(SimulatedWebhook webhook)
    {
        _webhooks.Remove(webhook.Id);
        return Answers.NoContent;
    }

    private ApiAnswer Execute(SimulatedWebhook webhook, ApiRequest request, RequestQuery query)
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
            Id = _ids.Next(),
            ChannelId = query.ThreadId ?? webhook.ChannelId,
            WebhookId = webhook.Id,
            Content = payload.Content,
            Username = payload.Username ?? webhook.Name,
            Embeds = payload.Embeds ?? [],
            SuppressesMentions = payload.SuppressesMentions,
            SuppressesEmbeds = payload.Flags.HasFlag(MessageFlags.SuppressEmbeds),
            SuppressesNotifications = payload.Flags.HasFlag(MessageFlags.SuppressNotifications),
            CreatedAt = _clock.GetUtcNow(),
        });
        return Keep(message, query.Wait);
    }

    private ApiAnswer Edit(SimulatedWebhook webhook, ulong id, ApiRequest request, RequestQuery query)
    {
        if (_messages.Find(webhook, id, query.ThreadId) is not { } old)
        {
            return Answers.UnknownMessage;
        }

        var payload = ReadPayload(request, PayloadKind.Edit, out var refused);
        if (payload is null)
        {
            return refused!;
        }

        var now = _clock.GetUtcNow();
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

        if (now - old.CreatedAt > TimeSpan.FromHours(1) && !_windows.TryTakeOldEdit(webhook.Id))
        {
            return Answers.TooManyOldEdits;
        }

        return Keep(MessageJson.Complete(edited), answersMessage: true);
    }

    private ApiAnswer Read(SimulatedWebhook webhook, ulong id, RequestQuery query)
        => _messages.Find(webhook, id, query.ThreadId) is { } message
            ? Answers.Ok(message.Json)
            : Answers.UnknownMessage;

    private ApiAnswer Delete(SimulatedWebhook webhook, ulong id, RequestQuery query)
    {
        if (_messages.Find(webhook, id, query.ThreadId) is null)
        {
            return Answers.UnknownMessage;
        }

        _messages.Remove(id);
        return Answers.NoContent;
    }

    private ApiAnswer Keep(SimulatedMessage message, bool answersMessage)
    {
        _messages.Keep(message);
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
        refused = errors.IsEmpty ? null : Answers.InvalidForm(errors, options.LegacyErrors);
        return errors.IsEmpty ? payload : null;
    }
}
