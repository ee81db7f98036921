using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.AotSmoke.Alerts;

/// <summary>Alerts whose arguments are copied as they are.</summary>
internal static partial class ValueAlerts
{
    [WebhookAlert(LogLevel.Error, "{small} {large} {share:P0} {price:F2}")]
    public static partial void Numbers(int small, ulong large, double share, decimal price);

    [WebhookAlert(LogLevel.Error, "{at:<t:R>} {took:hh\\:mm} {day:yyyy-MM-dd}")]
    public static partial void Times(DateTimeOffset at, TimeSpan took, DateOnly day);

    [WebhookAlert(LogLevel.Error, "{count} {day} {name}")]
    public static partial void Nullables(int? count, DayOfWeek? day, string? name);

    [WebhookAlert(LogLevel.Error, "{id} {letter} {link}")]
    public static partial void Identifiers(Guid id, char letter, Uri link);

    [WebhookAlert(LogLevel.Error, "{access} {unnamed} {isSet}")]
    public static partial void Flags(FileAccess access, DayOfWeek unnamed, bool isSet);

    [WebhookAlert(LogLevel.Error, "{text} {@string,-6}|{count,3}")]
    public static partial void Spans(ReadOnlySpan<char> text, string @string, in int count);
}
