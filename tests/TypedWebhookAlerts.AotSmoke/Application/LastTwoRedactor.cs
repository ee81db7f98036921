using Microsoft.Extensions.Compliance.Classification;
using Microsoft.Extensions.Compliance.Redaction;

namespace TypedWebhookAlerts.AotSmoke.Application;

/// <summary>Leaves the last two characters of whatever is classified.</summary>
internal sealed class LastTwoRedactor : Redactor, IRedactorProvider
{
    private const int Shown = 2;

    /// <inheritdoc/>
    public Redactor GetRedactor(DataClassificationSet classifications) => this;

    /// <inheritdoc/>
    public override int GetRedactedLength(ReadOnlySpan<char> input) => input.Length;

    /// <inheritdoc/>
    public override int Redact(ReadOnlySpan<char> source, Span<char> destination)
    {
        var hidden = Math.Max(0, source.Length - Shown);
        destination[..hidden].Fill('x');
        source[hidden..].CopyTo(destination[hidden..]);
        return source.Length;
    }
}
