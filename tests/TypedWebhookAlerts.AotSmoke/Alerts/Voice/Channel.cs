using System.Globalization;

namespace TypedWebhookAlerts.AotSmoke.Alerts.Voice;

/// <summary>A value of the user's that formats itself: "s" is its short form.</summary>
internal readonly record struct Channel(ulong Id, string Name) : ISpanFormattable
{
    public override string ToString() => ToString(null, CultureInfo.InvariantCulture);

    public string ToString(string? format, IFormatProvider? formatProvider)
        => format == "s" ? $"#{Name}" : string.Create(formatProvider, $"#{Name} ({Id})");

    public bool TryFormat(
        Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
        => format is "s"
            ? destination.TryWrite(provider, $"#{Name}", out charsWritten)
            : destination.TryWrite(provider, $"#{Name} ({Id})", out charsWritten);
}
