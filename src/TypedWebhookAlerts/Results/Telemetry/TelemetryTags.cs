using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts;

/// <summary>The tags of what is measured: names, levels and reasons from fixed lists, and the names of routes. Never an
/// id, an address, or anything of an alert.</summary>
internal static class TelemetryTags
{
    public const string Route = "webhook_alerts.route";
    public const string Level = "webhook_alerts.level";
    public const string Reason = "webhook_alerts.reason";
    public const string AlertCount = "webhook_alerts.alert.count";

    // OpenTelemetry's own, from its conventions for HTTP and for errors.
    public const string Method = "http.request.method";
    public const string Status = "http.response.status_code";
    public const string Resends = "http.request.resend_count";
    public const string ErrorType = "error.type";

    private static readonly string[] s_levels = Words<LogLevel>();
    private static readonly string[] s_drops = Words<DropReason>();
    private static readonly string[] s_refusals = Words<RefusalReason>();

    public static string Of(LogLevel level) => s_levels[(int)level];

    public static string Of(DropReason reason) => s_drops[(int)reason];

    public static string Of(RefusalReason reason) => s_refusals[(int)reason];

    /// <summary>Names as OpenTelemetry writes them: <c>QueueFull</c> is <c>queue_full</c>.</summary>
    private static string[] Words<TEnum>()
        where TEnum : struct, Enum
        => Array.ConvertAll(Enum.GetNames<TEnum>(), JsonNamingPolicy.SnakeCaseLower.ConvertName);
}
