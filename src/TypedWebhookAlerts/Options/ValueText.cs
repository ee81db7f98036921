using System.Globalization;
using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts;

/// <summary>Reads values as people write them into a variable or a configuration file, whatever the machine's
/// culture.</summary>
internal static class ValueText
{
    public const string Switch = "true or false";
    public const string WholeNumber = "a whole number";
    public const string Number = "a number";
    public const string Time = "a time: seconds, or hh:mm:ss";
    public const string Level = "a level from Trace to Critical, or None";
    public const string Id = "an id: digits only";

    /// <summary>The longest time that is read: more is a slip, and some would not fit.</summary>
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(36_500);

    /// <summary>A value without the spaces and quotes around it; null if nothing is left: it is unset.</summary>
    public static string? Clean(string? value)
    {
        value = value?.Trim();
        if (value is ['"' or '\'', .. var inner, var end] && end == value[0])
        {
            value = inner.Trim();
        }

        return string.IsNullOrEmpty(value) ? null : value;
    }

    public static bool? TrySwitch(string value)
        => value.ToUpperInvariant() switch
        {
            "TRUE" or "1" or "YES" => true,
            "FALSE" or "0" or "NO" => false,
            _ => null,
        };

    public static int? TryInt(string value)
        => int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    public static long? TryLong(string value)
        => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    public static double? TryDouble(string value)
    {
        const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
        return double.TryParse(value, Style, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : null;
    }

    public static ulong? TryId(string value)
        => ulong.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>A number is one of seconds: .NET alone would take 10 for ten days.</summary>
    public static TimeSpan? TryTime(string value)
    {
        TimeSpan? time = null;
        if (TryDouble(value) is { } seconds)
        {
            time = Math.Abs(seconds) <= s_longest.TotalSeconds ? TimeSpan.FromSeconds(seconds) : null;
        }
        else if (value.Contains(':', StringComparison.Ordinal)
            && TimeSpan.TryParse(value, CultureInfo.InvariantCulture, out var clock))
        {
            time = clock;
        }

        return time > s_longest || time < -s_longest ? null : time;
    }

    /// <summary>By name alone: a number would also be one that names nothing.</summary>
    public static T? TryName<T>(string value)
        where T : struct, Enum
        => value.Length > 0 && char.IsAsciiLetter(value[0]) && Enum.TryParse<T>(value, ignoreCase: true, out var named)
            && Enum.IsDefined(named)
            ? named
            : null;

    public static LogLevel? TryLevel(string value) => TryName<LogLevel>(value);

    /// <summary>A culture that this system knows.</summary>
    public static CultureInfo? TryCulture(string value)
    {
        try
        {
            return CultureInfo.GetCultureInfo(value, predefinedOnly: true);
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }

    /// <summary>The parts of a text that stands where a list is meant.</summary>
    public static string[] Split(string value)
        => value.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
