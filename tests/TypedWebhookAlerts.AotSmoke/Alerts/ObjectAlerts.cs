using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.AotSmoke.Alerts;

/// <summary>Alerts whose arguments are read, formatted or thrown.</summary>
internal static partial class ObjectAlerts
{
    [WebhookAlert(LogLevel.Error, "{member.Name} joined {member.Guild.Name}")]
    public static partial void MemberJoined(Member member);

    [WebhookAlert(LogLevel.Error, "{member.Name} left {member.Guild.Name}")]
    public static partial void MemberLeft(Member? member);

    [WebhookAlert(LogLevel.Error, "Moved to {position:F1}")]
    public static partial void Moved(Position position);

    [WebhookAlert(LogLevel.Critical, "{message}", Title = "{component} failed", Footer = "AotSmoke")]
    public static partial void Failed(string component, string message, [UserId] ulong invokedBy, Exception exception);

    [WebhookAlert(LogLevel.Error, "{user} logged in with {password}")]
    public static partial bool LoggedIn([AlertKey] string user, [Secret] string password);
}
