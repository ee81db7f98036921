using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

namespace HelloAlerts;

/// <summary>What this program tells its operators.</summary>
internal static partial class FileAlerts
{
    [WebhookAlert(LogLevel.Error, "**{file}** could not be read", Title = "📄 File unreadable")]
    public static partial void Unreadable(string file, IOException exception);
}
