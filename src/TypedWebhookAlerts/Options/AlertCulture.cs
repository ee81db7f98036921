using System.Globalization;

namespace TypedWebhookAlerts;

/// <summary>The culture of a pipeline's alerts.</summary>
internal static class AlertCulture
{
    /// <summary>The culture as it is now, which nobody changes afterwards; null for the invariant one.</summary>
    public static CultureInfo? Of(WebhookAlertOptions options)
        => options.Culture is { } culture && !ReferenceEquals(culture, CultureInfo.InvariantCulture)
            ? CultureInfo.ReadOnly(culture)
            : null;
}
