namespace TypedWebhookAlerts.Generators.Tests.Promise.Subjects;

/// <summary>A struct of a user's that formats itself, to whatever length it was given.</summary>
public readonly struct Temperature(string text) : ISpanFormattable
{
    /// <inheritdoc/>
    public bool TryFormat(
        Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        charsWritten = destination.Length < text.Length ? 0 : text.Length;
        return text.AsSpan().TryCopyTo(destination);
    }

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => text;
}
