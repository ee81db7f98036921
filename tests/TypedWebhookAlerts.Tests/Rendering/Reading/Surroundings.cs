namespace TypedWebhookAlerts.Tests.Rendering.Reading;

/// <summary>Where a text stands that is read: what is read in it depends on what it is inside of.</summary>
/// <param name="Look">How all of it looks.</param>
/// <param name="Start">What stands before it on its first line.</param>
internal sealed record Surroundings(Look Look, LineStart Start)
{
    /// <summary>Discord's: deeper lists are text.</summary>
    private const int DeepestList = 11;

    /// <summary>Whether marks at a line's start, mentions and links are read, and not styles alone.</summary>
    public bool ReadsAll { get; init; }

    /// <summary>Whether it is a link's label, in which no escape works.</summary>
    public bool IsLabel { get; init; }

    public int ListDepth { get; init; }

    public string? Target { get; init; }

    public bool ReadsHeadings => ListDepth == 0;

    public bool ReadsQuotes => !Look.HasFlag(Look.Quote);

    public bool ReadsLists => ListDepth < DeepestList;
}
