using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace TypedWebhookAlerts.IntegrationTests.Secrecy.Living;

/// <summary>Answers that repeat the webhook's address wherever HTTP and JSON let them: in the reason, in headers, in
/// names
/// and values of the body.</summary>
/// <param name="url">The address.</param>
/// <param name="token">The token in it.</param>
internal sealed class HostileAnswers(string url, string token)
{
    /// <summary>The names that webhooks give when they are asked; the last is cut where names are.</summary>
    private readonly string[] _names =
        [token, url, token[..34], token[34..], token.ToUpperInvariant(), $"a\n{token}", new string('x', 50) + token];

    private int _messages;
    private int _questions;
    private int _refusals;

    /// <summary>The webhook's name and channel.</summary>
    public Reply Information(SeenRequest request) => Answer(
        HttpStatusCode.OK,
        Json(
            ("id", request.Webhook.ToString(CultureInfo.InvariantCulture)),
            ("name", NextName()),
            ("channel_id", "77")));

    /// <summary>The message that was posted or edited.</summary>
    public Reply Message()
        => Answer(HttpStatusCode.OK, Json(("id", NextId()), ("channel_id", "77"), ("name", NextName())));

    /// <summary>A message that has the address for its id.</summary>
    public Reply MessageWithoutId() => Answer(HttpStatusCode.OK, Json(("id", token), ("channel_id", url)));

    /// <summary>A message that breaks off within the address.</summary>
    public Reply BrokenMessage() => new(
        Bytes($"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\nX-RateLimit-Bucket: {token}\r\n\r\n{{\"name\":\"{token}"),
        Closes: true);

    /// <summary>No more than half a status line.</summary>
    public static Reply BrokenOff() => new(Bytes("HTTP/1.1 20"), Closes: true);

    /// <summary>Nothing, ever.</summary>
    public static Reply Silence() => new(Bytes: null);

    /// <summary>More than is read, all of it the address.</summary>
    public Reply Flood() => Answer(HttpStatusCode.OK, string.Concat(Enumerable.Repeat(url, 6000)));

    public Reply Redirect() => Answer(HttpStatusCode.Redirect, "", $"Location: {url}/elsewhere");

    /// <summary>A wait, and then the message.</summary>
    public Reply RateLimit() => IsRefusedAgain() ? Message() : Answer(
        HttpStatusCode.TooManyRequests,
        $"{{\"message\":\"{url}\",\"retry_after\":2.5,\"global\":false}}",
        "Retry-After: 3",
        "X-RateLimit-Scope: user",
        "X-RateLimit-Remaining: 0",
        "X-RateLimit-Reset-After: 2.5");

    /// <summary>A page of the edge's, which names no wait, and then the message.</summary>
    public Reply Ban() => IsRefusedAgain()
        ? Message()
        : Answer(HttpStatusCode.TooManyRequests, $"<html>{url}</html>", bucket: false);

    public Reply Page(HttpStatusCode status) => Answer(status, $"<html>{url}</html>");

    public Reply Error(HttpStatusCode status, int code) => Answer(
        status,
        $"{{\"message\":\"{url}\",\"code\":{code},\"{url}\":\"{url}\",\"errors\":{{\"embeds\":{{\"0\":{{\"{token}\":{{\"_errors\":[{{\"code\":\"{token}\",\"message\":\"{url}\"}}]}}}}}}}}}}");

    /// <summary>What is no HTTP at all.</summary>
    public Reply Garbage() => new(Bytes($"{token} {url}\r\n\r\n"), Closes: true);

    private static string Json(params (string Name, string Value)[] properties)
        => JsonSerializer.Serialize(properties.ToDictionary(property => property.Name, property => property.Value));

    private Reply Answer(HttpStatusCode status, string body, params string[] headers)
        => Answer(status, body, bucket: true, headers);

    private Reply Answer(HttpStatusCode status, string body, bool bucket, params string[] headers)
    {
        var head = new StringBuilder(
            $"HTTP/1.1 {(int)status} {url}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n");
        string[] all =
        [
            .. headers,
            .. bucket ? [$"X-RateLimit-Bucket: {token}"] : Array.Empty<string>(),
            $"Set-Cookie: webhook={token}",
            $"Server: {token}",
            $"Content-Location: {url}",
            $"traceparent: {token}",
            $"X-{token}: {url}",
        ];
        head.AppendJoin("\r\n", all).Append("\r\n\r\n").Append(body);
        return new Reply(Bytes(head.ToString()));
    }

    private bool IsRefusedAgain() => Interlocked.Increment(ref _refusals) > 1;

    private string NextName() => _names[(uint)Interlocked.Increment(ref _questions) % _names.Length];

    private string NextId() => (900_000 + Interlocked.Increment(ref _messages)).ToString(CultureInfo.InvariantCulture);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
