using System.Globalization;

namespace TypedWebhookAlerts.IntegrationTests.Scenarios;

/// <summary>A struct of the user's that formats itself, and refuses some values.</summary>
internal readonly record struct Position(double X, double Y) : ISpanFormattable
{
    public bool TryFormat(
        Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
        => double.IsNaN(X)
            ? throw new ArithmeticException("no place")
            : destination.TryWrite(CultureInfo.InvariantCulture, $"{X}/{Y}", out charsWritten);

    public string ToString(string? format, IFormatProvider? formatProvider)
        => string.Create(CultureInfo.InvariantCulture, $"{X}/{Y}");
}
