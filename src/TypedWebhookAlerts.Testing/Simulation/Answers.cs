using System.Text;
using TypedWebhookAlerts.Testing.Payloads;

namespace TypedWebhookAlerts.Testing.Simulation;

/// <summary>Discord's answers by name, with its codes and its words.</summary>
internal static class Answers
{
    private const string Json = "application/json";

    /// <summary>None: the request was not answered.</summary>
    public static ApiAnswer None { get; } = new() { Status = 0 };

    public static ApiAnswer NoContent { get; } = new() { Status = 204 };

    public static ApiAnswer NoSuchPath { get; } = Error(404, 0, "404: Not Found");

    public static ApiAnswer MethodNotAllowed { get; } = Error(405, 0, "405: Method Not Allowed");

    public static ApiAnswer UnknownWebhook { get; } = Error(404, 10015, "Unknown Webhook");

    public static ApiAnswer UnknownMessage { get; } = Error(404, 10008, "Unknown Message");

    public static ApiAnswer InvalidToken { get; } = Error(401, 50027, "Invalid Webhook Token");

    public static ApiAnswer MissingPermissions { get; } = Error(403, 50013, "Missing Permissions");

    public static ApiAnswer InvalidApiVersion { get; } = Error(400, 50041, "Invalid API version");

    public static ApiAnswer EmptyMessage { get; } = Error(400, 50006, "Cannot send an empty message");

    public static ApiAnswer InvalidJson { get; } = Error(400, 50109, "The request body contains invalid JSON.");

    public static ApiAnswer EntityTooLarge { get; } = Error(413, 40005, "Request entity too large");

    public static ApiAnswer UnknownChannel { get; } = Error(404, 10003, "Unknown Channel");

    public static ApiAnswer NoThread { get; } = Error(
        400, 220001, "Webhooks posted to forum channels must have a thread_name or thread_id");

    public static ApiAnswer NoForumChannel { get; } =
        Error(400, 220003, "Webhooks can only create threads in forum channels");

    public static ApiAnswer TwoThreads { get; } = Error(
        400, 220002, "Webhooks posted to forum channels cannot have both a thread_name and thread_id");

    public static ApiAnswer TooManyOldEdits { get; } = Error(
        429, 30046, "Maximum number of edits to messages older than 1 hour reached. Try again later.");

    public static ApiAnswer BadUserAgent { get; } = Error(403, 40333, "internal network error");

    /// <summary>What stands before Discord answers a banned address: no JSON, and no word of when.</summary>
    public static ApiAnswer Banned { get; } = new()
    {
        Status = 429,
        ContentType = "text/html; charset=UTF-8",
        Body = "<!doctype html><title>Access denied | discord.com used Cloudflare to restrict access</title>"u8
            .ToArray(),
    };

    public static ApiAnswer Ok(string json) => new() { Status = 200, ContentType = Json, Body = Utf8(json) };

    public static ApiAnswer InvalidForm(ErrorNode errors, bool legacy) => new()
    {
        Status = 400,
        ContentType = Json,
        Body = legacy ? ErrorBody.Legacy(errors) : ErrorBody.Tree(errors),
        ErrorCode = legacy ? null : ErrorBody.InvalidForm,
    };

    /// <summary>A 429.</summary>
    /// <param name="scope">Whose limit it speaks of.</param>
    /// <param name="retryAfter">The wait it asks for; null to name none.</param>
    public static ApiAnswer RateLimited(string scope, TimeSpan? retryAfter) => new()
    {
        Status = 429,
        ContentType = Json,
        Body = Utf8($$"""
            {"message": "You are being rate limited.", {{(
            retryAfter is { } wait ? $"\"retry_after\": {Seconds.Format(wait)}, " : "")}}"global": {{(
            scope == RateLimitScopes.Global ? "true" : "false")}}}
            """),
        RateLimitScope = scope,
    };

    private static ApiAnswer Error(int status, int code, string message) => new()
    {
        Status = status,
        ContentType = Json,
        Body = Utf8($$"""{"message": "{{message}}", "code": {{code}}}"""),
        ErrorCode = code,
    };

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
