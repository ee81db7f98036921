using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

partial struct A
{
    [WebhookAlert(LogLevel.Error, "{a}")]
    public readonly partial void X(int a);

    public readonly void Ask(int a)
    {
        if (XIsEnabled())
        {
            X(a);
        }
    }
}
