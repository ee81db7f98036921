using TypedWebhookAlerts.Testing.Payloads;

namespace TypedWebhookAlerts.Testing.Simulation;

/// <summary>What a path names: <c>/api[/vN]/webhooks/{id}/{token}[/messages/{id}]</c>.</summary>
internal sealed record RequestTarget
{
    private const string Messages = "messages";

    public string? Version { get; private init; }

    public string Webhook { get; private init; } = "";

    public string Token { get; private init; } = "";

    public string? Message { get; private init; }

    /// <summary>Whether the version is one that Discord still answers; none means its default.</summary>
    public bool HasKnownVersion => Version is null or "v6" or "v7" or "v8" or "v9" or "v10";

    /// <returns>Null for a path outside of the webhook API.</returns>
    public static RequestTarget? Parse(string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var version = parts is ["api", ['v', ..], ..] ? parts[1] : null;
        var rest = parts.AsSpan(Math.Min(parts.Length, version is null ? 1 : 2));
        if (parts is not ["api", ..] || rest is not ["webhooks", _, _, ..])
        {
            return null;
        }

        var token = Uri.UnescapeDataString(rest[2]);
        var target = new RequestTarget { Version = version, Webhook = rest[1], Token = token };
        return rest[3..] switch
        {
            [] => target,
            [Messages, var message] => target with { Message = message },
            _ => null,
        };
    }

    /// <summary>Reads the ids, and says which is none.</summary>
    public (ulong Webhook, ulong? Message) ReadIds(ErrorNode errors)
    {
        var webhook = ReadId(Webhook, errors.Child("webhook_id"));
        return (webhook, Message is null ? null : ReadId(Message, errors.Child("message_id")));
    }

    private static ulong ReadId(string text, ErrorNode errors)
    {
        if (!Snowflakes.TryParse(text, out var id))
        {
            errors.Add(FormErrors.NotSnowflake(text));
        }

        return id;
    }
}
