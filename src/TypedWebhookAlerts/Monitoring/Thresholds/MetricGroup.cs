using System.Globalization;

namespace TypedWebhookAlerts.Monitoring;

/// <summary>One combination of tags that is watched on its own: its measurements, and whether they are beyond the
/// limit.</summary>
internal sealed class MetricGroup(TagValues tags, int hash, MetricSeries series, Breach breach)
{
    private const int LongestValue = 100;

    private readonly TagValues _tags = tags;

    public int Hash => hash;

    public MetricSeries Series => series;

    public Breach Breach => breach;

    /// <summary>For how long there was nothing to remember.</summary>
    public TimeSpan Silence { get; private set; }

    /// <summary>At how many looks there was something new while it was beyond the limit.</summary>
    public int ReportsUnderWay { get; private set; }

    /// <summary>Remembers a look, after its value was judged.</summary>
    /// <param name="isAlive">Whether there was anything to remember.</param>
    /// <param name="elapsed">The time since the look before.</param>
    public void Note(bool isAlive, TimeSpan elapsed)
    {
        Silence = isAlive ? TimeSpan.Zero : Silence + elapsed;
        ReportsUnderWay = !breach.IsUnderWay ? 0 : isAlive ? ReportsUnderWay + 1 : ReportsUnderWay;
    }

    public bool Has(in TagValues tags) => _tags.Equals(tags);

    /// <summary>The tags in words, such as <c>shard=5, region=eu</c>.</summary>
    public string Describe(IReadOnlyList<string> names)
        => string.Join(", ", names.Select((name, i) => $"{name}={Text(_tags[i])}"));

    private static string Text(object? value)
    {
        string? text;
        try
        {
            text = value is IFormattable number
                ? number.ToString(format: null, CultureInfo.InvariantCulture)
                : value?.ToString();
        }
        catch (Exception exception)
        {
            // The ToString is the user's.
            text = exception.GetType().Name;
        }

        return text switch
        {
            null => "(null)",
            { Length: <= LongestValue } => text,
            _ => text[..(char.IsHighSurrogate(text[LongestValue - 1]) ? LongestValue - 1 : LongestValue)] + "…",
        };
    }
}
