using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts;

/// <content>The declarations. What a caller need not know is derived before they are called.</content>
public static partial class StandardAlerts
{
    [WebhookAlert(LogLevel.Error, "", "error",
        Title = "🚨 Bot Error Alert", Color = 0xFF0000, Footer = "{bot} Error Monitor")]
    private static partial void Error(
        AlertPipeline pipeline,
        string bot,
        [AlertField("Error Type", Inline = true)] string errorType,
        [AlertField("Component", Inline = true), AlertKey] string component,
        [AlertField("Timestamp", Inline = true)] string timestamp,
        [AlertField("Message"), AlertKey] string message,
        [AlertField("Stack Trace", CodeBlock = true), AlertKey] Exception exception);

    [WebhookAlert(LogLevel.Warning, "", "performance",
        Title = "📊 Performance Alert", Color = 0xFFA500, Footer = "{bot} Performance Monitor")]
    private static partial void Performance(
        AlertPipeline pipeline,
        string bot,
        [AlertField("Metric", Inline = true), AlertKey] string metric,
        [AlertField("Value", Inline = true)] string value,
        [AlertField("Threshold", Inline = true)] string threshold,
        [AlertField("Details"), AlertKey] string details);

    [WebhookAlert(LogLevel.Information, "",
        Title = "🖥️ System Status", Color = 0x3498DB, Footer = "{bot} System Monitor")]
    private static partial void SystemStatus(
        AlertPipeline pipeline,
        string bot,
        [AlertField("Status", Inline = true), AlertKey] string status,
        [AlertField("Host", Inline = true)] string host,
        [AlertField("Timestamp", Inline = true)] string timestamp,
        [AlertField("Details"), AlertKey] string details);

    [WebhookAlert(LogLevel.Information, "", "member-events",
        Title = "👋 Member Joined", Color = 0x57F287, Footer = "{bot} Member Monitor")]
    private static partial void MemberJoined(
        AlertPipeline pipeline,
        string bot,
        [AlertField("Member", Inline = true)] string name,
        [UserId, AlertField("User", Inline = true)] ulong userId,
        [AlertField("Guild", Inline = true)] string guild,
        [AlertField("Members")] int memberCount);

    [WebhookAlert(LogLevel.Information, "", "member-events",
        Title = "🚪 Member Left", Color = 0x99AAB5, Footer = "{bot} Member Monitor")]
    private static partial void MemberLeft(
        AlertPipeline pipeline,
        string bot,
        [AlertField("Member", Inline = true)] string name,
        [UserId, AlertField("User", Inline = true)] ulong userId,
        [AlertField("Guild", Inline = true)] string guild,
        [AlertField("Members")] int memberCount);

    [WebhookAlert(LogLevel.Warning, "", "member-events",
        Title = "🔨 Member Banned", Color = 0xED4245, Footer = "{bot} Member Monitor")]
    private static partial void MemberBanned(
        AlertPipeline pipeline,
        string bot,
        [AlertField("Member", Inline = true)] string name,
        [UserId, AlertField("User", Inline = true)] ulong userId,
        [AlertField("Guild", Inline = true)] string guild,
        [UserId, AlertField("Moderator", Inline = true)] ulong moderatorId,
        [AlertField("Reason")] string reason);
}
