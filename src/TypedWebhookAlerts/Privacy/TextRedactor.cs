namespace TypedWebhookAlerts.Privacy;

/// <summary>Takes out of a text what is not to leave: secrets, and users' ids where privacy asks.</summary>
/// <param name="scrubber">Finds secrets.</param>
/// <param name="userIds">What stands for users' ids.</param>
internal sealed class TextRedactor(SecretScrubber scrubber, UserIdMask userIds)
{
    /// <summary>Takes out what no option adds to or excuses from, and shows users' ids.</summary>
    public static TextRedactor Default { get; } = new(SecretScrubber.Default, UserIdMask.None);

    /// <summary>Takes out what the options ask for.</summary>
    public static TextRedactor Create(WebhookAlertOptions options)
        => new(SecretScrubber.Create(options.Redaction), new UserIdMask(options.UserIds, options.UserIdHashKey));

    /// <summary>What stands for users' ids.</summary>
    public UserIdMask UserIds { get; } = userIds;

    /// <summary>Takes out of a text what is not to leave.</summary>
    /// <param name="text">The text, whole.</param>
    /// <param name="before">What stands before it, such as a field's name or the literal <c>password=</c>.</param>
    /// <param name="isCut">Whether the text's end is missing.</param>
    /// <returns>What is shown in its place; null when that is the text itself.</returns>
    public string? Redact(ReadOnlySpan<char> text, ReadOnlySpan<char> before, bool isCut)
        => scrubber.Scrub(text, before, isCut);
}
