namespace TypedWebhookAlerts.AotSmoke.Alerts.Schedule;

internal static class ScheduleScene
{
    public static void Raise()
    {
        var due = new DateTimeOffset(2026, 11, 25, 4, 30, 0, TimeSpan.FromHours(1));
        ScheduleAlerts.DueShortTime(due);
        ScheduleAlerts.DueLongTime(null);
        ScheduleAlerts.DueShortDate(due.UtcDateTime);
        ScheduleAlerts.DueLongDate(due.UtcDateTime);
        ScheduleAlerts.DueShort(due);
        ScheduleAlerts.DueLong(due);
        ScheduleAlerts.DueRelative(due);
        ScheduleAlerts.RanTooOften("sync", 12, TimeSpan.FromMinutes(61));
        ScheduleAlerts.Missed([new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 8), new DateOnly(2026, 11, 15)]);
        ScheduleAlerts.ClockOff(TimeSpan.FromMilliseconds(-1204));
        ScheduleAlerts.NeverAgain("0 0 30 2 *", due.UtcDateTime);
        ScheduleAlerts.Planned(new DateOnly(2026, 12, 24), new TimeOnly(18, 0));
    }
}
