using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace TypedWebhookAlerts.Delivery;

/// <summary>Reads Discord's answers: status, rate limit headers, and the few properties of a body that matter.</summary>
internal static class ResponseReader
{
    /// <summary>A message's id may come after its embeds, so much is read; a longer body is cut.</summary>
    private const int MaxBodyBytes = 256 * 1024;

    public static async Task<WebhookResponse> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(MaxBodyBytes);
        try
        {
            var length = await ReadBodyAsync(response, buffer, cancellation).ConfigureAwait(false);
            return Read(response, buffer.AsSpan(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Reads an answer on the calling thread.</summary>
    public static WebhookResponse Read(HttpResponseMessage response, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(MaxBodyBytes);
        try
        {
            return Read(response, buffer.AsSpan(0, ReadBody(response, buffer, cancellation)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static int ReadBody(HttpResponseMessage response, byte[] buffer, CancellationToken cancellation)
    {
        var length = 0;
        try
        {
            using var body = response.Content.ReadAsStream(cancellation);
            while (length < MaxBodyBytes && body.Read(buffer, length, MaxBodyBytes - length) is var read and > 0)
            {
                length += read;
                cancellation.ThrowIfCancellationRequested();
            }
        }
#pragma warning disable CA1031 // as below
        catch (Exception)
#pragma warning restore CA1031
        {
            // As below.
        }

        return length;
    }

    private static async Task<int> ReadBodyAsync(
        HttpResponseMessage response, byte[] buffer, CancellationToken cancellation)
    {
        var length = 0;
        try
        {
            using var body = await response.Content.ReadAsStreamAsync(cancellation)
                .WaitAsync(cancellation)
                .ConfigureAwait(false);
            while (length < MaxBodyBytes)
            {
                var room = buffer.AsMemory(length, MaxBodyBytes - length);
                var read = await body.ReadAsync(room, cancellation).AsTask()
                    .WaitAsync(cancellation)
                    .ConfigureAwait(false);
                if (read == 0)
                {
                    break;
                }

                length += read;
            }
        }
#pragma warning disable CA1031 // a handler of the user's may give a stream that throws anything
        catch (Exception)
#pragma warning restore CA1031
        {
            // The status line has said what became of the request; a body that breaks off changes nothing of it.
        }

        return length;
    }

    private static WebhookResponse Read(HttpResponseMessage response, ReadOnlySpan<byte> body)
    {
        var headers = response.Headers;
        var properties = ResponseProperties.Read(body);
        var status = (int)response.StatusCode;
        return new WebhookResponse
        {
            Kind = KindOf(response.StatusCode, properties.Code),
            Status = status,
            Code = properties.Code,
            Id = properties.Id,
            ChannelId = properties.ChannelId,
            RetryAfter = Seconds(Header(headers, "Retry-After")) ?? Seconds(properties.RetryAfter),
            IsGlobal = properties.IsGlobal
                || string.Equals(Header(headers, "X-RateLimit-Scope"), "global", StringComparison.OrdinalIgnoreCase),
            Bucket = Header(headers, "X-RateLimit-Bucket"),
            Remaining = Number(Header(headers, "X-RateLimit-Remaining")),
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
            (HttpStatusCode.TooManyRequests, _) => ResponseKind.RateLimited,
            (_, DiscordCodes.UnknownMessage or DiscordCodes.TooManyOldEdits) => ResponseKind.MessageGone,
            (_, 40006 or 40062 or 20028 or 20029) => ResponseKind.Transient,
            // A page of the edge's, not an answer of Discord's: it does not end a webhook for good.
            (HttpStatusCode.Forbidden, 0) => ResponseKind.Transient,
            (HttpStatusCode.NotFound or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden, _) => ResponseKind.Dead,
            (HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError, _) => ResponseKind.Transient,
            _ => ResponseKind.Rejected,
        };
    }

    private static string? Header(HttpResponseHeaders headers, string name)
        => headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

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
