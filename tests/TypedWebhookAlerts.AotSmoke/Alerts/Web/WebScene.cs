using System.Net;

namespace TypedWebhookAlerts.AotSmoke.Alerts.Web;

internal static class WebScene
{
    public static void Raise()
    {
        WebAlerts.RequestFailed("GET", new Uri("https://api.example/v1/members?after=1"), HttpStatusCode.BadGateway);
        WebAlerts.BodyMalformed("{\"name\": \"Zoë"u8, 14);
        WebAlerts.BodyMalformed([0x7B, 0xFF, 0xC3], 3);
        WebAlerts.HeaderSuspicious("X-Forwarded-For", "127.0.0.1"u8);
        WebAlerts.CertificateExpires("stats.example", new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero));
        WebAlerts.DnsChanged("stats.example", [IPAddress.Loopback, IPAddress.IPv6Loopback]);
        WebAlerts.ClientThrottled(IPAddress.Loopback, 12_000);
        WebAlerts.Crashed(new HttpRequestException(HttpRequestError.NameResolutionError, "no such host"));
        WebAlerts.CodesSeen(200, 404, 500);
        WebAlerts.HeadersSeen(new Dictionary<string, string> { ["Accept"] = "*/*", ["Via"] = "1.1 proxy" });
        WebAlerts.CacheRatio(0.934, 1_200_000);
        WebAlerts.SlowBetween(new TimeOnly(3, 15), new TimeOnly(3, 20, 1));
        WebAlerts.Traced(Guid.Empty, Int128.MaxValue);
    }
}
