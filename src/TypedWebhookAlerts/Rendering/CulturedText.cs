using System.Globalization;

namespace TypedWebhookAlerts.Rendering;

/// <summary>Formats a value in a culture of the user's, which may be an odd one.</summary>
internal static class CulturedText
{
    /// <summary>Formats a value. By UTF-16, as what a culture itself says need not be ASCII, which .NET's UTF-8
    /// formatting expects.</summary>
    /// <returns>Null when it cannot be: the format is none of the type's, or the culture's calendar does not reach the
    /// value. The invariant culture then says what can be said.</returns>
    public static string? TryFormat<T>(T value, string? format, CultureInfo culture)
        where T : struct
    {
        // Calendars and formats of a user's throw what they like.
        try
        {
            return value is IFormattable formattable ? formattable.ToString(format, culture) : null;
        }
        catch (Exception)
        {
            return null;
        }
    }
}
