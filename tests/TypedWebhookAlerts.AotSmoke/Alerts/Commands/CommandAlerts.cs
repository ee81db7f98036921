using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.AotSmoke.Alerts.Commands;

/// <summary>A service that is given its pipeline by its primary constructor.</summary>
internal sealed partial class CommandAlerts(AlertPipeline alerts)
{
    [WebhookAlert(LogLevel.Error, "{message}", "error", Title = "🚨 Command failed", Footer = "StatsBot")]
    public partial void Failed(
        [AlertField] string component, string message, [UserId] ulong invokedBy, Exception exception);

    [WebhookAlert(LogLevel.Warning, "`/{command}` took {elapsed:s\\.fff} s", "performance")]
    public partial void Slow(string command, TimeSpan elapsed);

    [WebhookAlert(LogLevel.Warning, "{user} may not use `/{command}`")]
    public partial void Denied([UserId] ulong user, string command);

    [WebhookAlert(LogLevel.Error, "Option {name} of `/{command}` holds {value}")]
    public partial bool OptionInvalid(string command, string name, object? value);

    [WebhookAlert(LogLevel.Information, "{count,6:N0} uses of /{command,-12} today", "info")]
    public partial void Counted(string command, int count);

    [WebhookAlert(LogLevel.Error, "Interaction {id} expired")]
    public partial void Expired([AlertKey] string command, ulong id);

    [WebhookAlert(LogLevel.Warning, "Cooldown of {user} ends {until:<t:R>}", CoalesceSeconds = 60)]
    public partial void CoolingDown([UserId] ulong user, DateTimeOffset until);

    [WebhookAlert(LogLevel.Error, "Registration failed: {names}")]
    public partial void RegistrationFailed([AlertList(MaxItems = 3)] IReadOnlyList<string> names);

    [WebhookAlert(LogLevel.Debug, "{text}")]
    public partial void Echoed(ReadOnlySpan<char> text);

    [WebhookAlert(LogLevel.Error, "Unhandled in {member} (line {line})")]
    public partial void Unhandled(
        Exception exception, [CallerMemberName] string member = "", [CallerLineNumber] int line = 0);

    [WebhookAlert(LogLevel.Warning, "{{not a hole}} but {command} is", Color = 0xE01E5A)]
    public partial void Braces(string command);

    [WebhookAlert(LogLevel.Error, "Quote \"{text}\" and path C:\\bots\\{file}")]
    public partial void Quoted(string text, string file);
}
