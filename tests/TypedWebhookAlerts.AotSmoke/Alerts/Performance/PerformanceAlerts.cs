using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.AotSmoke.Alerts.Performance;

/// <summary>Numbers of every type and format.</summary>
internal static partial class PerformanceAlerts
{
    [WebhookAlert(LogLevel.Warning, "", "performance", Title = "⚠️ Performance", Footer = "{host}")]
    public static partial void ThresholdCrossed(
        [AlertField("Metric", Inline = true)] string metric,
        [AlertField("Value", Inline = true)] double value,
        [AlertField("Threshold", Inline = true)] double threshold,
        string host);

    [WebhookAlert(LogLevel.Warning, "CPU at {share:P0}", "performance")]
    public static partial void CpuHigh(double share);

    [WebhookAlert(LogLevel.Warning, "Working set {bytes:N0} B", "performance")]
    public static partial void MemoryHigh(long bytes);

    [WebhookAlert(LogLevel.Warning, "GC paused {pause:0.##} ms, generation {generation}", "performance")]
    public static partial void GcPaused(float pause, byte generation);

    [WebhookAlert(LogLevel.Warning, "Queue {depth,8:N0}|{depth,-8:D5}|", "performance")]
    public static partial void ThreadPoolStarved(short depth);

    [WebhookAlert(LogLevel.Warning, "{value:X} {value:E3} {value:R}", "performance")]
    public static partial void Raw([AlertField] Half half, int value);

    [WebhookAlert(LogLevel.Warning, "{huge} {huger}", "performance")]
    public static partial void Overflowed(UInt128 huge, Int128 huger);

    [WebhookAlert(LogLevel.Warning, "{percentiles:F1}", "performance")]
    public static partial void Percentiles(double[] percentiles);

    [WebhookAlert(LogLevel.Warning, "{enabled} {letter} {missing}", "performance")]
    public static partial void Flags(bool enabled, char letter, bool? missing);

    [WebhookAlert(LogLevel.Warning, "NaN is {nan}, infinity {infinity}", "performance")]
    public static partial void Odd(double nan, float infinity);

    [WebhookAlert(LogLevel.Warning, "Rates: {rates}", "performance")]
    public static partial void Rates(Span<double> rates);

    [WebhookAlert(LogLevel.Critical, "Event loop stands for {span:%s} s", "performance", MaxPerMinute = 2)]
    public static partial bool EventLoopStands(TimeSpan span);

    [WebhookAlert(LogLevel.Information, "{a}{b}{c}{d}{e}{f}", "performance")]
    public static partial void Six(int a, uint b, long c, ulong d, sbyte e, ushort f);
}
