using System.Globalization;

namespace StatsBot.Channel;

/// <summary>Discord's moments, <c>&lt;t:unix:style&gt;</c>, as a reader sees them: here, in this machine's time zone.</summary>
internal static class DiscordTimestamp
{
    private static readonly (TimeSpan Unit, string Name)[] s_units =
    [
        (TimeSpan.FromDays(365), "year"),
        (TimeSpan.FromDays(30), "month"),
        (TimeSpan.FromDays(1), "day"),
        (TimeSpan.FromHours(1), "hour"),
        (TimeSpan.FromMinutes(1), "minute"),
        (TimeSpan.FromSeconds(1), "second"),
    ];

    public static string Format(DateTimeOffset moment, char style, DateTimeOffset now)
        => style == 'R' ? Relative(moment - now) : moment.ToLocalTime().ToString(Pattern(style), CultureInfo.InvariantCulture);

    private static string Pattern(char style)
        => style switch
        {
            't' => "HH:mm",
            'T' => "HH:mm:ss",
            'd' => "dd/MM/yyyy",
            'D' => "d MMMM yyyy",
            'F' => "dddd, d MMMM yyyy HH:mm",
            _ => "d MMMM yyyy HH:mm",
        };

    private static string Relative(TimeSpan offset)
    {
        foreach (var (unit, name) in s_units)
        {
            var count = (long)(offset.Duration() / unit);
            if (count > 0)
            {
                var length = $"{count} {name}{(count == 1 ? string.Empty : "s")}";
                return offset < TimeSpan.Zero ? $"{length} ago" : $"in {length}";
            }
        }

        return "now";
    }
}
