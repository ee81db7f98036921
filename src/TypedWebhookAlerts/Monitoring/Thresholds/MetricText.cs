using System.Globalization;

namespace TypedWebhookAlerts.Monitoring;

/// <summary>Writes a value with its unit as people read it: <c>97.3 %</c>, <c>1.5 GiB</c>, <c>350 ms</c>,
/// <c>12.5/s</c>. Units are those of instruments (UCUM).</summary>
internal static class MetricText
{
    /// <summary>So many digits count, of a whole number all.</summary>
    private const int Digits = 4;

    private static readonly (double Factor, string Unit)[] s_bytes =
    [
        (1L << 40, "TiB"), (1 << 30, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB"), (0, "B"),
    ];

    /// <summary>Up to two minutes are told in seconds, up to two hours in minutes.</summary>
    private static readonly (double From, double Factor, string Unit)[] s_times =
    [
        (7200, 3600, "h"), (120, 60, "min"), (1, 1, "s"), (1e-3, 1e-3, "ms"), (1e-6, 1e-6, "µs"), (0, 1e-9, "ns"),
    ];

    /// <param name="value">The value.</param>
    /// <param name="unit">Its unit; null for a plain number.</param>
    /// <param name="culture">How numbers are written.</param>
    public static string Of(double value, string? unit, CultureInfo culture)
    {
        var isRate = unit?.EndsWith("/s", StringComparison.Ordinal) == true;
        var perSecond = isRate ? "/s" : string.Empty;
        return (isRate ? unit![..^2] : unit) switch
        {
            MetricPreset.Share => Share(value, culture) + perSecond,
            "By" => Bytes(value, culture) + perSecond,
            "KiBy" => Bytes(value * (1 << 10), culture) + perSecond,
            "MiBy" => Bytes(value * (1 << 20), culture) + perSecond,
            "GiBy" => Bytes(value * (1 << 30), culture) + perSecond,
            { } time when SecondsOf(time) is { } seconds =>
                isRate ? Share(value * seconds, culture) : Time(value * seconds, culture),
            null or "" or "1" or ['{', .., '}'] => Number(value, culture) + perSecond,
            { } other => $"{Number(value, culture)} {other}{perSecond}",
        };
    }

    /// <summary>How long a unit of time is; null if it is none. A time per second is a share.</summary>
    private static double? SecondsOf(string unit) => unit switch
    {
        "s" => 1,
        "ms" => 1e-3,
        "us" => 1e-6,
        "ns" => 1e-9,
        "min" => 60,
        "h" => 3600,
        _ => null,
    };

    /// <summary>The unit of an instrument's value once it is made a rate.</summary>
    public static string PerSecond(string? unit) => unit + "/s";

    private static string Share(double value, CultureInfo culture) => Number(value * 100, culture) + " %";

    private static string Bytes(double value, CultureInfo culture)
    {
        var (factor, unit) = s_bytes.First(size => Math.Abs(value) >= size.Factor);
        return $"{Number(value / Math.Max(factor, 1), culture)} {unit}";
    }

    private static string Time(double seconds, CultureInfo culture)
    {
        if (seconds == 0)
        {
            return "0 s";
        }

        var (_, factor, unit) = s_times.First(time => Math.Abs(seconds) >= time.From);
        return $"{Number(seconds / factor, culture)} {unit}";
    }

    private static string Number(double value, CultureInfo culture)
    {
        var size = Math.Abs(value);
        if (size is not 0 and (>= 1e15 or < 1e-6))
        {
            return value.ToString("0.###e0", culture);
        }

        var whole = size < 1 ? 0 : 1 + (int)Math.Log10(size);
        var leading = size is 0 or >= 1 ? 0 : (int)-Math.Log10(size);
        return Math.Round(value, Math.Clamp(Digits - whole + leading, 0, 15)).ToString("#,0.###############", culture);
    }
}
