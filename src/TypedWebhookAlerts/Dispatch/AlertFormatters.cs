using TypedWebhookAlerts.Privacy;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>Makes the formatters of a pipeline from its options: anew after each reload, one for each thread that
/// renders.</summary>
internal static class AlertFormatters
{
    /// <param name="options">What is shown, and how.</param>
    /// <param name="frames">The frames that a message may come to have.</param>
    public static DiscordFormatter Create(WebhookAlertOptions options, IReadOnlyList<MessageFrame> frames)
    {
        var rendering = new RenderingOptions(
            options.MaxMessageLength,
            options.IncludeTimestamps,
            options.IncludeStackTraces,
            options.IncludeBotInfo ? ApplicationInfo.Describe(options.ApplicationName) : null)
        {
            AttachTraces = options.AttachLongTraces,
            Frames = frames,
            UserIds = new UserIdMask(options.UserIds, options.UserIdHashKey),
        };
        return options.UseEmbeds ? new DiscordEmbedFormatter(rendering) : new DiscordContentFormatter(rendering);
    }
}
