using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.AotSmoke.Alerts.Security;

/// <summary>Keys, ids and texts that strangers wrote.</summary>
internal sealed partial class SecurityAlerts
{
    private readonly AlertPipeline? _alerts;

    public SecurityAlerts(AlertPipeline? alerts) => _alerts = alerts;

    [WebhookAlert(LogLevel.Critical, "Token of {application} leaked in {place}")]
    public partial void TokenLeaked([AlertKey] string application, Uri place, [Secret] string token);

    [WebhookAlert(LogLevel.Warning, "{attempts} logins as {user} from {country}", Title = "Login")]
    public partial void LoginsFailed([AlertKey] string user, int attempts, string country);

    [WebhookAlert(LogLevel.Warning, "Message said: {text}")]
    public partial void MessageReported([UserId] ulong author, string text);

    [WebhookAlert(LogLevel.Warning, "Permissions {granted} given to {role}")]
    public partial void PermissionGranted(string role, FileAccess granted);

    [WebhookAlert(LogLevel.Error, "{exception}")]
    public partial void Tampered([AlertKey] Exception exception);

    [WebhookAlert(LogLevel.Error, "Trace in a field")]
    public partial void TraceInField([AlertField("Stack trace", CodeBlock = true)] Exception exception);

    [WebhookAlert(LogLevel.Error, "Two of them")]
    public partial void TwoExceptions(Exception first, Exception? second);

    [WebhookAlert(LogLevel.Warning, "`{code}` and **{bold}** and [{link}](https://example.com)")]
    internal partial void Marked(string code, string bold, string link);

    [WebhookAlert(LogLevel.Warning, "Session {id} ended", EventName = "SessionEnded")]
    private partial void Ended(Guid? id);

    internal void EndAll()
    {
        Ended(Guid.Empty);
        Ended(null);
    }
}
