using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TypedWebhookAlerts;

/// <summary>The meter and the source of activities that others listen to, both named <c>TypedWebhookAlerts</c>. There
/// is one of each in a process, whatever the number of pipelines: they add up.</summary>
internal static class AlertTelemetry
{
    public const string Name = "TypedWebhookAlerts";

    private static readonly string? s_version = typeof(AlertTelemetry).Assembly.GetName().Version?.ToString(3);

    public static Meter Meter { get; } = new(Name, s_version);

    public static ActivitySource Activities { get; } = new(Name, s_version);
}
