using System.Globalization;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>How long the pipeline runs, in coarse words: a reader wants to know whether it has just been
/// restarted.</summary>
/// <param name="Text">The words.</param>
/// <param name="Until">From when on others are right.</param>
internal readonly record struct Uptime(string Text, TimeSpan Until)
{
    public static Uptime Of(TimeSpan elapsed) => elapsed switch
    {
        { TotalMinutes: < 1 } => new("just started", TimeSpan.FromMinutes(1)),
        { TotalHours: < 1 } => In(elapsed, TimeSpan.FromMinutes(1), "min"),
        { TotalDays: < 1 } => In(elapsed, TimeSpan.FromHours(1), "h"),
        _ => In(elapsed, TimeSpan.FromDays(1), "d"),
    };

    private static Uptime In(TimeSpan elapsed, TimeSpan unit, string name)
    {
        var count = elapsed.Ticks / unit.Ticks;
        return new(string.Create(CultureInfo.InvariantCulture, $"up {count} {name}"), (count + 1) * unit);
    }
}
