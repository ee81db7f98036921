namespace TypedWebhookAlerts.Delivery;

/// <summary>Counts of the last ten minutes, one for each minute since 1970.</summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class MinuteCounts
{
    public const int Minutes = 10;

    /// <summary>A count that a file makes larger is not believed any further.</summary>
    public const int MostInMinute = 1_000_000;

    private readonly long[] _minutes = new long[Minutes];
    private readonly int[] _counts = new int[Minutes];

    public bool IsEmpty => Array.TrueForAll(_counts, count => count == 0);

    /// <summary>The minutes that have a count, and it.</summary>
    public IEnumerable<(long Minute, int Count)> All
        => _minutes.Zip(_counts).Where(entry => entry.Second > 0).OrderBy(entry => entry.First);

    public int At(long minute) => _minutes[Place(minute)] == minute ? _counts[Place(minute)] : 0;

    /// <summary>Adds to a minute's count; what is ten minutes older than another is forgotten.</summary>
    public void Add(long minute, int count)
    {
        var place = Place(minute);
        if (_minutes[place] > minute)
        {
            return;
        }

        _counts[place] = Math.Clamp((_minutes[place] == minute ? _counts[place] : 0) + count, 0, MostInMinute);
        _minutes[place] = minute;
    }

    /// <summary>The sum of the ten minutes that end with this one.</summary>
    public int Total(long minute) => All.Where(entry => entry.Minute > minute - Minutes).Sum(entry => entry.Count);

    private static int Place(long minute) => (int)(minute % Minutes);
}
