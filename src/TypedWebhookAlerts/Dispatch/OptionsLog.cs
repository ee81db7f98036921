using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>Says in the log what is no mistake in options, but hardly meant.</summary>
internal static class OptionsLog
{
    /// <summary>Where a pipeline of these options logs.</summary>
    public static ILogger Of(WebhookAlertOptions options)
        => GuardedLogger.Of(options.LoggerFactory);

    public static void TellDoubts(WebhookAlertOptions options) => TellDoubts(options, Of(options));

    public static void TellDoubts(WebhookAlertOptions options, ILogger log)
    {
        foreach (var (name, known) in options.Notes.Unknown.Take(OptionNotes.MostTold))
        {
            if (known is null)
            {
                log.OptionUnknown(name);
            }
            else
            {
                log.OptionMisspelt(name, known);
            }
        }

        if (options.Notes.Unknown.Count - OptionNotes.MostTold is var more and > 0)
        {
            log.MoreOptionsUnknown(more);
        }

        if (options.UserIds != UserIdDisplay.Hash && !string.IsNullOrWhiteSpace(options.UserIdHashKey))
        {
            log.HashKeyUnused(options.UserIds);
        }
    }
}
