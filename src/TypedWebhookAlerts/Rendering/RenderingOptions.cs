using System.Globalization;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Privacy;

namespace TypedWebhookAlerts.Rendering;

/// <summary>What of the options a formatter reads, once, when it is made.</summary>
/// <param name="MaxMessageLength">The most code points of a content and of each description.</param>
/// <param name="IncludeTimestamps">Whether an alert shows when it was raised.</param>
/// <param name="IncludeStackTraces">Whether an exception shows its stack trace.</param>
internal sealed record RenderingOptions(
    int MaxMessageLength = 2000, bool IncludeTimestamps = true, bool IncludeStackTraces = true)
{
    /// <summary>Gives what every footer ends with, such as <c>StatsBot 1.2.0 · host</c>. It is asked at the begin of
    /// each alert, on the thread that renders it.</summary>
    public Func<string?>? FooterEnd { get; init; }

    /// <summary>The application's name, with which <see cref="FooterEnd"/> begins; null where it does not. Behind a
    /// footer that begins with it, it is left out.</summary>
    public string? ApplicationName { get; init; }

    /// <summary>Leads to the trace that an alert was raised in; null to show the trace's id alone.</summary>
    public TraceLink? TraceLink { get; init; }

    /// <summary>Whether a stack trace that is shown cut goes along whole.</summary>
    public bool AttachTraces { get; init; }

    /// <summary>The culture of numbers, dates and times; null for the invariant one.</summary>
    public CultureInfo? Culture { get; init; }

    /// <summary>What classified text is shown as.</summary>
    public ClassifiedRedactor Classification { get; init; } = ClassifiedRedactor.Erasing;

    /// <summary>Takes out of an argument's text what is not to leave; users' ids among it, where privacy
    /// asks.</summary>
    public TextRedactor Redactor { get; init; } = TextRedactor.Default;

    /// <summary>The frames that a message may come to have, by its route.</summary>
    public IReadOnlyList<MessageFrame> Frames { get; init; } = [];

    /// <summary>The most code points that a message's content may have to give to its frame.</summary>
    /// <param name="level">The level of its only alert.</param>
    public int HeadCodePoints(LogLevel level)
        => Frames.Select(frame => frame.HeadCodePoints(level, mayBeRepeated: level == LogLevel.Critical))
            .DefaultIfEmpty()
            .Max();
}
