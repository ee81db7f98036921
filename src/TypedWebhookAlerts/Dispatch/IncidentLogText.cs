using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>What the log says of an incident that goes on, or that is over.</summary>
internal static class IncidentLogText
{
    /// <param name="incident">What was logged when it was opened.</param>
    /// <param name="isEnd">Whether it is over.</param>
    /// <param name="text">The caller's words, if there are any.</param>
    /// <param name="elapsed">How long it has lasted, if that is known.</param>
    public static AlertLogState Of(string incident, bool isEnd, string? text, TimeSpan? elapsed)
    {
        var values = new List<KeyValuePair<string, object?>> { new("incident", incident) };
        var (message, template) = (incident, "{incident}");
        if (isEnd)
        {
            (message, template) = (message + ": resolved", template + ": resolved");
        }

        if (isEnd && elapsed is { } time)
        {
            var after = ElapsedText.Of(time);
            values.Add(new("elapsed", after));
            (message, template) = ($"{message} after {after}", template + " after {elapsed}");
        }

        if (text is not null)
        {
            values.Add(new("text", text));
            (message, template) = ($"{message}: {text}", template + ": {text}");
        }

        values.Add(new(AlertLogState.Template, template));
        return new AlertLogState(message, [.. values]);
    }
}
