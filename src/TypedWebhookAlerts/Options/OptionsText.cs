using System.Globalization;
using System.Text;

namespace TypedWebhookAlerts;

/// <summary>Writes all options that configuration can change as one text, so that a reload which changes nothing is
/// seen. It is as secret as they are: it is compared and nothing else.</summary>
internal sealed class OptionsText
{
    private readonly StringBuilder _text = new();

    private OptionsText(WebhookAlertOptions options)
    {
        WriteNamed(options.Routes, Write);
        WriteNamed(options.Alerts, Write);
        WriteNamed(options.Thresholds, Write);
        foreach (var (level, names) in options.LevelRoutes.OrderBy(routes => routes.Key))
        {
            Write(level);
            Write([.. names]);
        }

        WriteDelivery(options);
        WriteLook(options);
        Write(options.Redaction);
        Write(options.SystemStatus);
    }

    public static string Of(WebhookAlertOptions options) => new OptionsText(options)._text.ToString();

    private void WriteDelivery(WebhookAlertOptions options)
    {
        Write([.. options.TrustedHosts]);
        Write(options.Required, options.MinimumLevel, options.MaxRequestsPerMinute, options.BatchSize);
        Write(
            options.BatchTimeout, options.CoalesceWindow, options.OpenAfter, options.RingBytes, options.MaxQueuedBytes);
        Write(options.RequestTimeout, options.CrashFlushTimeout, options.DataFolder, options.LogAlerts);
        Write(options.VerifyOnStart, options.ThresholdInterval);
        Write(options.Retry.MaxAttempts, options.Retry.Delay, options.Retry.MaxDelay, options.Retry.GiveUpAfter);
        Write(options.Breaker.Failures, options.Breaker.Pause);
        Write(options.Fallback.Path, options.Fallback.Retention, options.Fallback.MaxBytes);
    }

    private void WriteLook(WebhookAlertOptions options)
    {
        Write(options.UseEmbeds, options.IncludeTimestamps, options.IncludeBotInfo, options.IncludeStackTraces);
        Write(options.AttachLongTraces, options.MaxMessageLength, options.Culture?.Name, options.UserIds);
        Write(options.UserIdHashKey, options.ApplicationName, options.TraceUrl);
    }

    private void Write(RedactionOptions redaction)
    {
        WriteNamed(redaction.Patterns, pattern => Write(pattern));
        Write([.. redaction.Except]);
        Write(redaction.Pii);
    }

    private void Write(SystemStatusOptions status)
        => Write(
            status.Started,
            status.Stopping,
            status.Heartbeat,
            status.UnhandledExceptions,
            status.UnobservedExceptions);

    private void Write(RouteOptions route)
    {
        Write(route.Url, route.Fallback, route.Username, route.AvatarUrl, route.ThreadId, route.ThreadName);
        Write(route.Mention, route.MentionFrom);
        Write([.. route.Tags]);
    }

    private void Write(AlertOverride alert) => Write(alert.Enabled, alert.Level, alert.Route);

    private void Write(MetricThreshold threshold)
    {
        Write(
            threshold.Preset, threshold.Meter, threshold.Instrument, threshold.Above, threshold.Below, threshold.Until);
        Write(threshold.For, threshold.Percentile, threshold.PerSecond, threshold.Level, threshold.Route);
        Write(threshold.Details);
        Write([.. threshold.GroupBy]);
    }

    private void WriteNamed<T>(IDictionary<string, T> things, Action<T> write)
    {
        Write(things.Count);
        foreach (var (name, thing) in things.OrderBy(thing => thing.Key, StringComparer.OrdinalIgnoreCase))
        {
            Write(name);
            if (thing is not null)
            {
                write(thing);
            }
        }
    }

    // The length goes before each, so that no two lists of values give one text.
    private void Write(params ReadOnlySpan<object?> values)
    {
        _text.Append(CultureInfo.InvariantCulture, $"{values.Length}(");
        foreach (var value in values)
        {
            var text = Convert.ToString(value, CultureInfo.InvariantCulture);
            _text.Append(CultureInfo.InvariantCulture, $"{(value is null ? -1 : text!.Length)}:{text};");
        }
    }
}
