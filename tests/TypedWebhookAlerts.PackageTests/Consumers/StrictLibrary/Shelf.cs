using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

namespace StrictLibrary;

/// <summary>Alerts of a generic class, by its primary constructor's pipeline.</summary>
/// <typeparam name="TKey">The keys.</typeparam>
/// <param name="alerts">The pipeline.</param>
public sealed partial class Shelf<TKey>(AlertPipeline alerts)
    where TKey : notnull
{
    /// <summary>A book is missing.</summary>
    /// <param name="key">Its key.</param>
    [WebhookAlert(LogLevel.Error, "{key} is missing")]
    public partial void Missing(TKey key);
}
