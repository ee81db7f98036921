using System.Globalization;
using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.Hosting;

/// <summary>What a value of the section must be.</summary>
/// <param name="Expected">In words.</param>
/// <param name="Normalize">Writes a value as the binder reads it; null if it is not what is expected.</param>
internal sealed record ValueKind(string Expected, Func<string, string?> Normalize)
{
    private static readonly CultureInfo s_invariant = CultureInfo.InvariantCulture;

    public static ValueKind Switch { get; } = new(ValueText.Switch, text => Text(ValueText.TrySwitch(text)));

    public static ValueKind Int { get; } = new(ValueText.WholeNumber, text => Text(ValueText.TryInt(text)));

    public static ValueKind Long { get; } = new(ValueText.WholeNumber, text => Text(ValueText.TryLong(text)));

    public static ValueKind Number { get; } = new(
        ValueText.Number, text => ValueText.TryDouble(text)?.ToString("R", s_invariant));

    public static ValueKind Id { get; } = new(ValueText.Id, text => Text(ValueText.TryId(text)));

    public static ValueKind Time { get; } = new(
        ValueText.Time, text => ValueText.TryTime(text)?.ToString("c", s_invariant));

    public static ValueKind Level { get; } = new(ValueText.Level, text => ValueText.TryLevel(text)?.ToString());

    public static ValueKind UserIds { get; } = new(
        "Show, Mask or Hash", text => ValueText.TryName<UserIdDisplay>(text)?.ToString());

    public static ValueKind Culture { get; } = new(
        "a culture that this system knows, such as de-DE", text => ValueText.TryCulture(text)?.Name);

    /// <summary>A text as it is, unless it is empty.</summary>
    public static ValueKind Words { get; } = new("a text", text => text) { IsVerbatim = true };

    /// <summary>A text that says something when it is empty, too.</summary>
    public static ValueKind WordsOrNone { get; } = new("a text", text => text) { IsVerbatim = true, MayBeEmpty = true };

    /// <summary>Whether the spaces and quotes around it are part of it.</summary>
    public bool IsVerbatim { get; private init; }

    public bool MayBeEmpty { get; private init; }

    private static string? Text<T>(T? value)
        where T : struct, IConvertible
        => value?.ToString(s_invariant);
}
