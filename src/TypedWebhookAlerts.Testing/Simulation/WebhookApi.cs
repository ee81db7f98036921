using System.Security.Cryptography;
using System.Text;
using TypedWebhookAlerts.Testing.Payloads;

namespace TypedWebhookAlerts.Testing.Simulation;

/// <summary>
/// Discord itself: takes one request after the other and decides on it, by ban, User-Agent, path, the sender's and the
/// webhook's windows, webhook, channel window and payload, in this order.
/// </summary>
internal sealed class WebhookApi
{
    private readonly Lock _lock = new();
    private readonly TimeProvider _clock;
    private readonly Snowflakes _ids;
    private readonly RateWindows _windows;
    private readonly MessageStore _messages = new();
    private readonly ThreadStore _threads = new();
    private readonly MessageOperations _operations;
    private readonly bool _legacyErrors;
    private readonly Dictionary<ulong, SimulatedWebhook> _webhooks = [];

    public WebhookApi(DiscordSimulatorOptions options)
    {
        Start = options.TimeProvider.GetUtcNow();
        _clock = options.TimeProvider;
        _legacyErrors = options.LegacyErrors;
        _ids = new Snowflakes(options.TimeProvider);
        _windows = new RateWindows(options);
        _operations = new MessageOperations(_clock, _ids, _windows, _messages, _threads, _legacyErrors);
    }

    /// <summary>When the simulator was made.</summary>
    public DateTimeOffset Start { get; }

    public FaultPlan Faults { get; } = new();

    public RequestTimeline Timeline { get; } = new();

    public ApiAnswer Decide(ApiRequest request, out int entry)
    {
        lock (_lock)
        {
            var errors = new ErrorNode();
            var target = RequestTarget.Parse(request.Path);
            var (webhook, message) = target?.ReadIds(errors) ?? default;
            var answer = _windows.IsBanned ? Answers.Banned : Meet(request, target, webhook, errors);
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
                Fault = answer.Fault?.ToString(),
                Stored = answer.Changed,
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

    /// <summary>Deletes a message, as a moderator would.</summary>
    public bool RemoveMessage(ulong message)
    {
        lock (_lock)
        {
            return _messages.Remove(message);
        }
    }

    public IReadOnlyList<SimulatedThread> Threads(ulong channel)
    {
        lock (_lock)
        {
            return _threads.Snapshot(channel);
        }
    }

    public SimulatedThread AddThread(ulong channel, string name)
    {
        lock (_lock)
        {
            return _threads.Keep(new SimulatedThread(_ids.Next(), channel, name, []));
        }
    }

    public bool RemoveThread(ulong thread)
    {
        lock (_lock)
        {
            _messages.RemoveAll(thread);
            return _threads.Remove(thread);
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

    public string? NameOf(ulong webhook)
    {
        lock (_lock)
        {
            return _webhooks.GetValueOrDefault(webhook)?.Name;
        }
    }

    public SimulatedWebhook? Find(string name)
    {
        lock (_lock)
        {
            return _webhooks.Values.FirstOrDefault(webhook => webhook.Name == name);
        }
    }

    public bool Remove(ulong webhook)
    {
        lock (_lock)
        {
            return _webhooks.Remove(webhook);
        }
    }

    /// <summary>Decides on a request, or lets it meet the fault that is planned for it.</summary>
    private ApiAnswer Meet(ApiRequest request, RequestTarget? target, ulong webhook, ErrorNode errors)
        => Faults.Take(request.Method, webhook, _clock.GetUtcNow()) is { } fault
            ? fault.Answer(new FaultScene(
                () => Decide(request, target, errors), _windows, webhook, request.Method != "GET"))
            : Decide(request, target, errors);

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
            : Answers.InvalidForm(errors, _legacyErrors);
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
            ("GET", { } known) => _operations.Read(webhook, known, query),
            ("POST", null) or ("PATCH" or "DELETE", not null) =>
                _windows.TakeChannel(webhook.ChannelId) ?? Change(request, webhook, message, query),
            _ => Answers.MethodNotAllowed,
        };
    }

    private ApiAnswer Change(ApiRequest request, SimulatedWebhook webhook, ulong? message, RequestQuery query)
        => (request.Method, message) switch
        {
            ("PATCH", { } known) => _operations.Edit(webhook, known, request, query),
            ("DELETE", { } known) => _operations.Delete(webhook, known, query),
            _ => _operations.Execute(webhook, request, query),
        };

    private ApiAnswer Delete(SimulatedWebhook webhook)
    {
        _webhooks.Remove(webhook.Id);
        return Answers.NoContent;
    }
}
