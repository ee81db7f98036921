using TypedWebhookAlerts.AotSmoke.Alerts.Commands;
using TypedWebhookAlerts.AotSmoke.Alerts.Database;
using TypedWebhookAlerts.AotSmoke.Alerts.Deployment;
using TypedWebhookAlerts.AotSmoke.Alerts.Gateway;
using TypedWebhookAlerts.AotSmoke.Alerts.Members;
using TypedWebhookAlerts.AotSmoke.Alerts.Moderation;
using TypedWebhookAlerts.AotSmoke.Alerts.Names;
using TypedWebhookAlerts.AotSmoke.Alerts.Payments;
using TypedWebhookAlerts.AotSmoke.Alerts.Performance;
using TypedWebhookAlerts.AotSmoke.Alerts.Pipelines;
using TypedWebhookAlerts.AotSmoke.Alerts.Queues;
using TypedWebhookAlerts.AotSmoke.Alerts.Schedule;
using TypedWebhookAlerts.AotSmoke.Alerts.Security;
using TypedWebhookAlerts.AotSmoke.Alerts.Signatures;
using TypedWebhookAlerts.AotSmoke.Alerts.Storage;
using TypedWebhookAlerts.AotSmoke.Alerts.Voice;
using TypedWebhookAlerts.AotSmoke.Alerts.Web;

namespace TypedWebhookAlerts.AotSmoke.Alerts;

/// <summary>Raises every alert of this folder: no two calls are equal, so that each is delivered as its own.</summary>
internal static class AllAlerts
{
    /// <summary>Raises them all.</summary>
    /// <returns>The answers of those that give one to wait for.</returns>
    public static IReadOnlyList<AlertReceipt> RaiseAll(AlertPipeline pipeline)
    {
        GatewayScene.Raise();
        CommandScene.Raise(pipeline);
        MemberScene.Raise(pipeline);
        ModerationScene.Raise(pipeline);
        VoiceScene.Raise(pipeline);
        QueueScene.Raise(pipeline);
        WebScene.Raise();
        ScheduleScene.Raise();
        PerformanceScene.Raise();
        DeploymentScene.Raise(pipeline);
        StorageScene.Raise();
        SecurityScene.Raise(pipeline);
        NameScene.Raise();
        SignatureScene.Raise();
        return [.. DatabaseScene.Raise(), .. PaymentScene.Raise(), .. PipelineScene.Raise(pipeline)];
    }
}
