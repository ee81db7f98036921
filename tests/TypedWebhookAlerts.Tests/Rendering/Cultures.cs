using System.Globalization;

namespace TypedWebhookAlerts.Tests.Rendering;

/// <summary>Cultures made by hand: these tests run without the data of any other than the invariant one.</summary>
internal static class Cultures
{
    /// <summary>1.234,5 and 24.12.2026 06:30:00.</summary>
    public static CultureInfo German { get; } = Of(",", ".", "dd.MM.yyyy");

    /// <summary>1 234,5 with a narrow space that is not ASCII.</summary>
    public static CultureInfo French { get; } = Of(",", "\u202F", "dd/MM/yyyy");

    /// <summary>Refuses every date, as the calendar of some cultures refuses those that it does not reach.</summary>
    public static CultureInfo WithoutDates { get; } = new DatelessCulture();

    public static CultureInfo Of(string point, string group, string date)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = point;
        culture.NumberFormat.NumberGroupSeparator = group;
        culture.DateTimeFormat.ShortDatePattern = date;
        return culture;
    }

    private sealed class DatelessCulture() : CultureInfo(string.Empty)
    {
        public override object? GetFormat(Type? formatType)
            => formatType == typeof(DateTimeFormatInfo)
                ? throw new ArgumentOutOfRangeException(nameof(formatType))
                : base.GetFormat(formatType);
    }
}
