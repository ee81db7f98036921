namespace TypedWebhookAlerts.Rendering;

/// <summary>
/// An alert in its final bytes, but for the counter of its repeats. Queues hold it; it refers to no object of the
/// user's.
/// </summary>
internal sealed class RenderedAlert
{
    /// <summary>Holds the bytes of a rendered alert.</summary>
    /// <param name="json">An embed as a JSON object, or a content's text as the inside of a JSON string.</param>
    /// <param name="counterOffset">Where in the bytes a counter is inserted.</param>
    /// <param name="codePoints">The code points that Discord will count, without the counter's.</param>
    /// <param name="isEmbed">Whether it is an embed; otherwise it is content.</param>
    /// <param name="isCounterAlone">Whether the counter would be the first text of its part: an embed that has no
    /// description yet.</param>
    public RenderedAlert(byte[] json, int counterOffset, int codePoints, bool isEmbed, bool isCounterAlone)
    {
        Json = json;
        CounterOffset = counterOffset;
        CodePoints = codePoints;
        IsEmbed = isEmbed;
        IsCounterAlone = isCounterAlone;
    }

    public byte[] Json { get; }

    public int CounterOffset { get; }

    public int CodePoints { get; }

    public bool IsEmbed { get; }

    public bool IsCounterAlone { get; }

    /// <summary>Its whole stack trace, UTF-8, where it shows it cut and a file was asked for; else null.</summary>
    public byte[]? Trace { get; set; }

    /// <summary>The bytes that it holds.</summary>
    public long Bytes => Json.Length + (Trace?.Length ?? 0);

    /// <summary>How many code points may be added where the counter stands, besides the counter's own.</summary>
    public int Room { get; init; }

    /// <summary>The same with room for how an incident goes on, when this is too long for that: what it is shown with
    /// from its first news on.</summary>
    public RenderedAlert? Shorter { get; set; }

    /// <summary>Where in the bytes the digits of the colour begin; 0 for a content, which has none.</summary>
    public int ColorOffset { get; init; }

    /// <summary>Which state of an incident it shows; 0 is the one that it was opened with.</summary>
    public int Revision { get; init; }

    /// <summary>How many pieces of an incident's news it stands for.</summary>
    public long News { get; init; }

    /// <summary>What it takes of a message's limit, whatever its counter comes to show.</summary>
    public int ReservedCodePoints => CodePoints + DiscordLimits.CounterReserve;

    /// <summary>The same alert without its file: itself, if it has none.</summary>
    public RenderedAlert WithoutTrace()
    {
        if (Trace is null)
        {
            return this;
        }

        // Copies of other routes share this one, and may still have to send the file.
        var alert = (RenderedAlert)MemberwiseClone();
        alert.Trace = null;
        return alert;
    }
}
