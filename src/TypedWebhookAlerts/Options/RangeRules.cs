using System.Numerics;

namespace TypedWebhookAlerts;

/// <summary>Between what the numbers and the times may be.</summary>
internal static class RangeRules
{
    public static IEnumerable<string> Mistakes(WebhookAlertOptions options)
        => Sizes(options)
            .Concat(Times(options))
            .Concat(Fallback(options.Fallback))
            .Concat(Failures(options))
            .OfType<string>();

    private static IEnumerable<string?> Sizes(WebhookAlertOptions options)
    {
        yield return Within.Range(nameof(options.MaxRequestsPerMinute), options.MaxRequestsPerMinute, 3, 3000);
        yield return Within.Range(nameof(options.BatchSize), options.BatchSize, 1, 10);
        yield return Within.Range(nameof(options.MaxMessageLength), options.MaxMessageLength, 100, 4096);
        yield return Within.Range(nameof(options.RingBytes), options.RingBytes, 128 * 1024, 1024 * 1024 * 1024);
        yield return BitOperations.IsPow2(options.RingBytes) ? null : "RingBytes must be a power of two.";
        yield return Within.Range(nameof(options.MaxQueuedBytes), options.MaxQueuedBytes, 64 * 1024, long.MaxValue);
    }

    private static IEnumerable<string?> Times(WebhookAlertOptions options)
    {
        var day = TimeSpan.FromDays(1);
        var second = TimeSpan.FromSeconds(1);
        yield return Within.Range(
            nameof(options.BatchTimeout), options.BatchTimeout, TimeSpan.Zero, TimeSpan.FromMinutes(10));
        yield return Within.Range(nameof(options.CoalesceWindow), options.CoalesceWindow, TimeSpan.Zero, day);
        yield return Within.Range(nameof(options.OpenAfter), options.OpenAfter, TimeSpan.Zero, day);
        yield return Within.Range(
            nameof(options.RequestTimeout), options.RequestTimeout, second, TimeSpan.FromMinutes(5));
        yield return Within.Range(
            nameof(options.CrashFlushTimeout), options.CrashFlushTimeout, TimeSpan.Zero, TimeSpan.FromSeconds(30));
        yield return Within.Range(
            nameof(options.ThresholdInterval), options.ThresholdInterval, second, TimeSpan.FromHours(1));
        yield return options.SystemStatus.Heartbeat == TimeSpan.Zero
            || Within.Range("", options.SystemStatus.Heartbeat, TimeSpan.FromMinutes(1), TimeSpan.FromDays(7)) is null
                ? null
                : "SystemStatus:Heartbeat must be 0, which is never, or from 00:01:00 to 7.00:00:00.";
        yield return options.TimeProvider is null ? "TimeProvider must not be null." : null;
    }

    private static IEnumerable<string?> Fallback(FallbackOptions fallback)
    {
        yield return Within.Range(
            "Fallback:Retention", fallback.Retention, TimeSpan.FromHours(1), TimeSpan.FromDays(3650));
        yield return Within.Range("Fallback:MaxBytes", fallback.MaxBytes, 256 * 1024, 1024L * 1024 * 1024 * 1024);
        yield return fallback.Path is { } path
            && (path.Contains('\0') || path.Contains("://", StringComparison.Ordinal))
                ? "Fallback:Path is no path."
                : null;
    }

    private static IEnumerable<string?> Failures(WebhookAlertOptions options)
    {
        var retry = options.Retry;
        var breaker = options.Breaker;
        yield return Within.Range("Retry:MaxAttempts", retry.MaxAttempts, 0, 100);
        yield return Within.Range("Retry:Delay", retry.Delay, TimeSpan.FromMilliseconds(10), TimeSpan.FromMinutes(1));
        yield return retry.MaxDelay < retry.Delay
            ? "Retry:MaxDelay must not be shorter than Retry:Delay."
            : Within.Range("Retry:MaxDelay", retry.MaxDelay, TimeSpan.Zero, TimeSpan.FromMinutes(10));
        yield return Within.Range(
            "Retry:GiveUpAfter", retry.GiveUpAfter, TimeSpan.FromSeconds(1), TimeSpan.FromDays(7));
        yield return Within.Range("Breaker:Failures", breaker.Failures, 2, 1000);
        yield return Within.Range("Breaker:Pause", breaker.Pause, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
    }
}
