namespace TypedWebhookAlerts.AotSmoke.Alerts;

/// <summary>A user's value that formats itself.</summary>
internal readonly record struct Position(double X, double Y) : IFormattable
{
    public string ToString(string? format, IFormatProvider? formatProvider)
        => $"{X.ToString(format, formatProvider)};{Y.ToString(format, formatProvider)}";
}
