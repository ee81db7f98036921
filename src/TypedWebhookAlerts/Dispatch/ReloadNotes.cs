using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>Says that options were taken, and which of them need a start to take effect.</summary>
/// <param name="started">The options of the start.</param>
/// <param name="log">The application's log.</param>
internal sealed class ReloadNotes(WebhookAlertOptions started, ILogger log)
{
    private readonly int _ringBytes = started.RingBytes;
    private readonly string? _dataFolder = started.DataFolder;

    public void Tell(WebhookAlertOptions options)
    {
        log.OptionsReloaded();
        TellIfChanged(nameof(options.RingBytes), options.RingBytes != _ringBytes);
        TellIfChanged(nameof(options.DataFolder), options.DataFolder != _dataFolder);
    }

    private void TellIfChanged(string option, bool hasChanged)
    {
        if (hasChanged)
        {
            log.OptionNeedsRestart(option);
        }
    }
}
