using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace TypedWebhookAlerts.Delivery;

/// <summary>Reads Discord's answers: status, rate limit headers, and the few properties of a body that
/// matter.</summary>
internal static class ResponseReader
{
    /// <summary>A message's id may come after its embeds, so much is read of a success; a longer body is
    /// cut.</summary>
    private const int MaxSuccessBytes = 256 * 1024;

    /// <summary>So much is read of anything else.</summary>
    private const int MaxErrorBytes = 64 * 1024;

    /// <summary>A longer hash is none: Discord's are 32 characters.</summary>
    private const int MaxHashLength = 128;

    /// <summary>Source: Discord's developer documentation, "Webhook Resource", "Create Webhook".</summary>
    private const int MaxNameLength = 80;

    /// <summary>Reads an answer. Whatever the body is, and whatever becomes of it, the status line has said what became
    /// of the request; a body beyond the most that is read is abandoned, and its connection with it.</summary>
    /// <param name="response">The answer, whose headers have arrived.</param>
    /// <param name="cancellation">Ends the wait for the body: then what has arrived of it counts.</param>
    public static async Task<WebhookResponse> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var most = response.IsSuccessStatusCode ? MaxSuccessBytes : MaxErrorBytes;
        var buffer = ArrayPool<byte>.Shared.Rent(most);
        var (length, isAbandoned) = await ReadBodyAsync(response, buffer.AsMemory(0, most), cancellation)
            .ConfigureAwait(false);
        var answer = Read(response, buffer.AsSpan(0, length));
        if (!isAbandoned)
        {
            // Otherwise a read that heeds no cancellation may still write into it.
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return answer;
    }

    /// <summary>Reads an answer on the calling thread.</summary>
    public static WebhookResponse Read(HttpResponseMessage response, CancellationToken cancellation)
    {
        var most = response.IsSuccessStatusCode ? MaxSuccessBytes : MaxErrorBytes;
        var buffer = ArrayPool<byte>.Shared.Rent(most);
        try
        {
            return Read(response, buffer.AsSpan(0, ReadBody(response, buffer.AsSpan(0, most), cancellation)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static int ReadBody(HttpResponseMessage response, Span<byte> buffer, CancellationToken cancellation)
    {
        var length = 0;
        try
        {
            using var body = response.Content.ReadAsStream(cancellation);
            while (length < buffer.Length && body.Read(buffer[length..]) is var read and > 0)
            {
                length += read;
                cancellation.ThrowIfCancellationRequested();
            }
        }
        catch (Exception)
        {
            // A body that breaks off changes nothing of the status, whatever a handler of the user's throws.
        }

        return length;
    }

    private static async Task<(int Length, bool IsAbandoned)> ReadBodyAsync(
        HttpResponseMessage response, Memory<byte> buffer, CancellationToken cancellation)
    {
        var length = 0;
        var reading = Task.FromResult(0);
        try
        {
            using var body = await response.Content.ReadAsStreamAsync(cancellation)
                .WaitAsync(cancellation)
                .ConfigureAwait(false);
            do
            {
                reading = body.ReadAsync(buffer[length..], cancellation).AsTask();
                length += await reading.WaitAsync(cancellation).ConfigureAwait(false);
            }
            while (reading.Result > 0 && length < buffer.Length);
        }
        catch (Exception)
        {
            // The status line has said what became of the request; a body that breaks off changes nothing of it. A
            // handler of the user's may give a stream that throws anything.
        }

        return (length, !reading.IsCompleted);
    }

    private static WebhookResponse Read(HttpResponseMessage response, ReadOnlySpan<byte> body)
    {
        var headers = response.Headers.NonValidated;
        var properties = ResponseProperties.Read(body);
        var scope = Header(headers, "X-RateLimit-Scope");
        var bucket = Header(headers, "X-RateLimit-Bucket");
        return new WebhookResponse
        {
            Kind = KindOf(response.StatusCode, properties.Code),
            Status = (int)response.StatusCode,
            Code = properties.Code,
            Id = Snowflake(properties.Id),
            ChannelId = Snowflake(properties.ChannelId),
            Name = Name(properties.Name),
            RetryAfter = RetryAfter(Seconds(Header(headers, "Retry-After")), Seconds(properties.RetryAfter)),
            IsGlobal = properties.IsGlobal || Is(scope, "global"),
            IsShared = Is(scope, "shared"),
            IsOfWebhook = Is(scope, "user"),
            IsForeign = !properties.IsObject && scope is null && bucket is null,
            Bucket = bucket is { Length: > 0 and <= MaxHashLength } ? bucket : null,
            Remaining = Number(Header(headers, "X-RateLimit-Remaining")),
            RefusedEmbeds = properties.RefusedEmbeds ?? [],
            ResetAfter = Seconds(Header(headers, "X-RateLimit-Reset-After")),
        };
    }

    private static ResponseKind KindOf(HttpStatusCode status, int code)
    {
        if ((int)status is >= 200 and <= 299)
        {
            return ResponseKind.Confirmed;
        }

        return (status, code) switch
        {
            // Whatever its status: it is the one message that is not to be asked again, and no limit of the others.
            (_, DiscordCodes.TooManyOldEdits) => ResponseKind.MessageGone,
            (HttpStatusCode.TooManyRequests, _) => ResponseKind.RateLimited,
            (_, DiscordCodes.UnknownMessage) => ResponseKind.MessageGone,
            (_, 40006 or 40062 or 20028 or 20029) => ResponseKind.Transient,
            _ when DiscordCodes.IsRouting(code) => ResponseKind.Dead,
            // A page of the edge's, not an answer of Discord's: it does not end a webhook for good.
            (HttpStatusCode.Forbidden, 0) => ResponseKind.Transient,
            (HttpStatusCode.NotFound or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden, _)
                => ResponseKind.Dead,
            _ when IsOfTheWay((int)status) => ResponseKind.Transient,
            _ => ResponseKind.Rejected,
        };
    }

    /// <summary>Whether a status speaks of the way to Discord and not of the message: a redirect, a proxy that wants a
    /// name, a connection that is to be another, a server that fails.</summary>
    private static bool IsOfTheWay(int status) => status is (>= 300 and <= 399) or 407 or 408 or 421 or 425 or >= 500;

    private static string? Header(HttpHeadersNonValidated headers, string name)
        => headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    private static bool Is(string? value, string expected)
        => string.Equals(value, expected, StringComparison.OrdinalIgnoreCase);

    /// <summary>An id becomes part of an address: it is digits, or none.</summary>
    private static string? Snowflake(string? id)
        => id is { Length: > 0 and <= 20 } && id.All(char.IsAsciiDigit) ? id : null;

    /// <summary>A name goes into a log: it is one line, and no longer than Discord lets it be.</summary>
    private static string? Name(string? name)
        => name is null ? null : string.Concat(name.Take(MaxNameLength).Select(c => IsUnruly(c) ? ' ' : c));

    /// <summary>Whether it would begin another line, or turn the direction of what follows: a name is shown in
    /// logs.</summary>
    private static bool IsUnruly(char c)
        => char.IsControl(c)
            || c is '\u2028' or '\u2029' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');

    /// <summary>The header decides, which may be whole seconds: the body's fraction is taken where it is what was
    /// rounded up.</summary>
    private static TimeSpan? RetryAfter(TimeSpan? header, TimeSpan? body)
        => header is { } rounded && !(body <= rounded && body > rounded - TimeSpan.FromSeconds(1)) ? rounded : body;

    private static int? Number(string? text)
        => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static TimeSpan? Seconds(string? text)
        => double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            ? Seconds(seconds)
            : null;

    private static TimeSpan? Seconds(double? seconds)
        => seconds is { } known && known >= 0 && known <= TimeSpan.MaxValue.TotalSeconds / 2
            ? TimeSpan.FromSeconds(known)
            : null;
}
