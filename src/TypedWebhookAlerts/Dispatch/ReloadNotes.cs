using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>Says that options were taken, and which of them need a start to take effect: that once a change.</summary>
/// <param name="started">The options of the start.</param>
/// <param name="log">The application's log.</param>
internal sealed class ReloadNotes(WebhookAlertOptions started, ILogger log)
{
    private readonly Dictionary<string, object?> _last = OfStart(started);
    private readonly Dictionary<string, object?> _started = OfStart(started);

    public void Tell(WebhookAlertOptions options)
    {
        log.OptionsReloaded();
        foreach (var (option, value) in OfStart(options))
        {
            if (!Equals(value, _last[option]) && !Equals(value, _started[option]))
            {
                log.OptionNeedsRestart(option);
            }

            _last[option] = value;
        }
    }

    /// <summary>The options that stay what they were at the start.</summary>
    private static Dictionary<string, object?> OfStart(WebhookAlertOptions options)
        => new()
        {
            [nameof(options.RingBytes)] = options.RingBytes,
            [nameof(options.DataFolder)] = options.DataFolder,
        };
}
