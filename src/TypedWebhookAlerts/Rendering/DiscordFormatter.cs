namespace TypedWebhookAlerts.Rendering;
internal abstract class DiscordFormatter : AlertFormatter
{
    public static DiscordFormatter Create(WebhookAlertOptions options) => throw new InvalidOperationException(options.ToString());
    public abstract void Begin(in AlertHeading heading);
    public abstract RenderedAlert Finish();
}
