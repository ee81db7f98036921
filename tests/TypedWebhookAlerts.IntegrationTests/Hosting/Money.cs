namespace TypedWebhookAlerts.IntegrationTests.Hosting;

/// <summary>A type of the user's that formats itself.</summary>
internal readonly record struct Money(decimal Amount) : IFormattable
{
    public string ToString(string? format, IFormatProvider? formatProvider)
        => Amount.ToString(format, formatProvider) + " EUR";
}
