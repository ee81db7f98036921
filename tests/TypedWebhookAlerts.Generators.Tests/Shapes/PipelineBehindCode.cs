using System;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

sealed class Holder
{
    public AlertPipeline? Alerts { get; set; }
}

partial class A(Holder holder)
{
    // Throws where there is no holder.
    private AlertPipeline? Alerts => holder.Alerts;

    [WebhookAlert(LogLevel.Error, "{a}")]
    public partial void X(int a);

    [WebhookAlert(LogLevel.Error, "{a}")]
    public partial AlertReceipt Y(object a);

    [WebhookAlert(LogLevel.Error, "{a}")]
    public partial bool X(string a);
}

abstract partial class OfADerivedType
{
    protected abstract AlertPipeline Alerts { get; }

    [WebhookAlert(LogLevel.Error, "{__pipeline}")]
    public partial void X(int __pipeline);
}

partial struct OfAStruct
{
    private static AlertPipeline Alerts
    {
        get => field ?? throw new InvalidOperationException();
        set;
    }

    [WebhookAlert(LogLevel.Error, "{a}")]
    public readonly partial void X(int a);

    static void Use() => Alerts = null!;
}

partial struct OfAReadonlyMethod
{
    private int _reads;

    private AlertPipeline? Alerts
    {
        get => _reads++ > 0 ? null : throw new InvalidOperationException();
    }

    [WebhookAlert(LogLevel.Error, "{a}")]
    public readonly partial bool X(int a);
}
