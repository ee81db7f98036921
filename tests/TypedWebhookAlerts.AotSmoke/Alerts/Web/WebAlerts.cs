using System.Net;
using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.AotSmoke.Alerts.Web;

/// <summary>Alerts of a service behind HTTP: addresses, status codes, raw bytes.</summary>
internal static partial class WebAlerts
{
    [WebhookAlert(LogLevel.Error, "{method} {url} answered {status:D} {status}")]
    public static partial void RequestFailed(string method, Uri url, HttpStatusCode status);

    [WebhookAlert(LogLevel.Warning, "{body}", Title = "Body of {length} bytes is no JSON")]
    public static partial void BodyMalformed(ReadOnlySpan<byte> body, int length);

    [WebhookAlert(LogLevel.Warning, "Header {name}: {value}")]
    public static partial void HeaderSuspicious(ReadOnlySpan<char> name, ReadOnlySpan<byte> value);

    [WebhookAlert(LogLevel.Warning, "Certificate of {host} expires {expires:<t:F>}")]
    public static partial void CertificateExpires([AlertKey] string host, DateTimeOffset expires);

    [WebhookAlert(LogLevel.Error, "DNS of {host} gives {addresses}")]
    public static partial void DnsChanged(string host, IPAddress[] addresses);

    [WebhookAlert(LogLevel.Warning, "{address} sent {count:N0} requests")]
    public static partial void ClientThrottled(IPAddress address, long count);

    [WebhookAlert(LogLevel.Error, "{exception}", Title = "{exception}")]
    public static partial void Crashed(HttpRequestException exception);

    [WebhookAlert(LogLevel.Warning, "{codes}")]
    public static partial void CodesSeen(params ReadOnlySpan<int> codes);

    [WebhookAlert(LogLevel.Warning, "{headers}")]
    public static partial void HeadersSeen(IReadOnlyDictionary<string, string> headers);

    [WebhookAlert(LogLevel.Information, "{ratio:P} cached, {hits:E2} hits", "performance")]
    public static partial void CacheRatio(double ratio, ulong hits);

    [WebhookAlert(LogLevel.Warning, "Took {at:HH:mm:ss} to {until:t}", "performance")]
    public static partial void SlowBetween(TimeOnly at, TimeOnly until);

    [WebhookAlert(LogLevel.Warning, "Id {request:N} of {trace}")]
    public static partial void Traced(Guid request, Int128 trace);
}
