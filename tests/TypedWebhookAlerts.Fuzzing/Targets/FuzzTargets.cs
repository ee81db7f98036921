namespace TypedWebhookAlerts.Fuzzing;

/// <summary>What reads texts that strangers may write, by name. Each takes any bytes, and throws when something that is
/// promised of its answer does not hold.</summary>
internal static class FuzzTargets
{
    public static IReadOnlyDictionary<string, Action<byte[]>> All { get; } = new SortedDictionary<string, Action<byte[]>>(
        StringComparer.Ordinal)
    {
        ["answer"] = AnswerTarget.Run,
        ["escaper"] = EscaperTarget.Run,
        ["gateway"] = GatewayTarget.Run,
        ["scrubber"] = ScrubberTarget.Run,
        ["template"] = TemplateTarget.Run,
        ["url"] = UrlTarget.Run,
    };
}
