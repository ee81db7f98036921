namespace TypedWebhookAlerts.Privacy;

/// <summary>Takes out of a text what is not to leave: secrets, and users' ids where privacy asks. It runs where alerts
/// are shown, never in the call that raises them.</summary>
/// <param name="scrub">Finds secrets.</param>
/// <param name="userIds">What stands for users' ids.</param>
internal sealed class TextRedactor(TextScrubber scrub, UserIdMask userIds)
{
    /// <summary>Takes out what no option adds to or excuses from, and shows users' ids.</summary>
    public static TextRedactor Default { get; } = new(SecretScrubber.Default.Scrub, UserIdMask.None);

    /// <summary>Takes nothing out: for what does not leave the process, or is redacted later.</summary>
    public static TextRedactor None { get; } = new(static (_, _, _) => null, UserIdMask.None);

    /// <summary>Takes out what the options ask for.</summary>
    public static TextRedactor Create(WebhookAlertOptions options)
        => new(SecretScrubber.Create(options.Redaction).Scrub, new UserIdMask(options.UserIds, options.UserIdHashKey));

    /// <summary>What stands for users' ids.</summary>
    public UserIdMask UserIds { get; } = userIds;

    /// <summary>Takes out of a text what is not to leave.</summary>
    /// <param name="text">The text, whole.</param>
    /// <param name="before">What stands before it, such as a field's name or the literal <c>password=</c>.</param>
    /// <param name="isCut">Whether the text's end is missing.</param>
    /// <returns>What is shown in its place; null when that is the text itself.</returns>
    public string? Redact(ReadOnlySpan<char> text, ReadOnlySpan<char> before, bool isCut)
    {
        var scrubbed = scrub(text, before, isCut);
        return UserIds.ShowsIds
            ? scrubbed
            : Mentions.Mask(scrubbed is null ? text : scrubbed, before, isCut, UserIds) ?? scrubbed;
    }

    /// <summary>Takes out of the begin of a text what is not to leave. What is beyond is not looked at, and not shown.
    /// </summary>
    /// <param name="text">The text, however long.</param>
    /// <param name="most">How many characters of it are looked at; far more than are shown.</param>
    /// <returns>The text itself when it is short enough and has nothing to take out; with an ellipsis when it is
    /// longer.
    /// </returns>
    public string RedactStart(string text, int most)
    {
        if (text.Length <= most)
        {
            return Redact(text, before: default, isCut: false) ?? text;
        }

        var start = text.AsSpan(0, char.IsHighSurrogate(text[most - 1]) ? most - 1 : most);
        var redacted = Redact(start, before: default, isCut: true);
        return string.Concat(redacted is null ? start : redacted, "…");
    }
}
