namespace TypedWebhookAlerts.Generators.Tests.Promise.Subjects;

/// <summary>An exception whose own texts are a user's code: they are whatever was said, null, or throw.</summary>
public sealed class EvilException(string? message, string? trace, Exception? inner = null) : Exception(null, inner)
{
    /// <summary>What was said; without anything it throws.</summary>
    public override string Message => message ?? throw new InvalidOperationException("It has none.");

    /// <inheritdoc/>
    public override string? StackTrace => trace;
}
