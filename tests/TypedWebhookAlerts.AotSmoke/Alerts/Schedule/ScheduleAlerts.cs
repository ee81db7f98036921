using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.AotSmoke.Alerts.Schedule;

/// <summary>Moments and spans in every form that .NET and Discord know.</summary>
internal static partial class ScheduleAlerts
{
    [WebhookAlert(LogLevel.Information, "Due {due:<t:t>}", "info")]
    public static partial void DueShortTime(DateTimeOffset due);

    [WebhookAlert(LogLevel.Information, "Due {due:<t:T>}", "info")]
    public static partial void DueLongTime(DateTimeOffset? due);

    [WebhookAlert(LogLevel.Information, "Due {due:<t:d>}", "info")]
    public static partial void DueShortDate(DateTime due);

    [WebhookAlert(LogLevel.Information, "Due {due:<t:D>}", "info")]
    public static partial void DueLongDate(DateTime? due);

    [WebhookAlert(LogLevel.Information, "Due {due:<t:f>}", "info")]
    public static partial void DueShort(DateTimeOffset due);

    [WebhookAlert(LogLevel.Information, "Due {due:<t:F>}", "info")]
    public static partial void DueLong(DateTimeOffset due);

    [WebhookAlert(LogLevel.Information, "Due {due:<t:R>} ({due:u})", "info")]
    public static partial void DueRelative(DateTimeOffset due);

    [WebhookAlert(LogLevel.Warning, "Job {name} ran {times} times, {elapsed} in all")]
    public static partial void RanTooOften(string name, int times, TimeSpan elapsed);

    [WebhookAlert(LogLevel.Warning, "Missed {dates:yyyy-MM-dd}")]
    public static partial void Missed([AlertList(MaxItems = 2)] IReadOnlyList<DateOnly> dates);

    [WebhookAlert(LogLevel.Warning, "Clock is off by {offset:hh\\:mm\\:ss\\.fff}")]
    public static partial void ClockOff(TimeSpan? offset);

    [WebhookAlert(LogLevel.Error, "Cron {expression} has no next run after {at:O}")]
    public static partial void NeverAgain(string expression, DateTime at);

    [WebhookAlert(LogLevel.Information, "{day:dddd}, {day:d MMMM yyyy}, at {time:HH\\:mm}", "info")]
    public static partial void Planned(DateOnly day, TimeOnly? time);
}
