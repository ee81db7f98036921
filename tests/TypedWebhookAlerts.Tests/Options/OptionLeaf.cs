namespace TypedWebhookAlerts.Tests.Options;

/// <summary>One option that configuration can set.</summary>
/// <param name="Path">Its key below the section, such as <c>Routes:x:Url</c>.</param>
/// <param name="Text">A value for it that is not its default.</param>
/// <param name="Get">Reads it, as text; null where what holds it does not exist.</param>
/// <param name="IsText">Whether it takes every text.</param>
internal sealed record OptionLeaf(string Path, string Text, Func<WebhookAlertOptions, string?> Get, bool IsText)
{
    public override string ToString() => Path;
}
