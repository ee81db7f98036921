namespace TypedWebhookAlerts;

/// <summary>A key or a variable that looks like one of this library's, and is none.</summary>
/// <param name="Name">How it is written, with the path before it.</param>
/// <param name="Known">What was probably meant; null if nothing is near.</param>
internal sealed record UnknownName(string Name, string? Known)
{
    /// <summary>Whether it is a key of a configuration, and no variable.</summary>
    public bool IsKey => Name.Contains(':', StringComparison.Ordinal);

    public override string ToString()
        => Known is null ? $"{Name} is not known." : $"{Name} is not known; did you mean {Known}?";
}
