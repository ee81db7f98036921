namespace TypedWebhookAlerts.Monitoring;

/// <summary>
/// The groups of a threshold, found by their tags without a lock: a table of open addressing, in which a place is
/// written once. Groups are added under a lock; to take some away, the table is replaced.
/// </summary>
/// <param name="names">The tags that tell groups apart; none for a single group.</param>
/// <param name="create">Makes a new group's measurements and state.</param>
internal sealed class MetricGroups(
    IReadOnlyList<string> names, Func<(MetricSeries Series, Breach Breach)> create)
{
    /// <summary>So many groups are watched; measurements of others are ignored.</summary>
    public const int Capacity = 200;

    /// <summary>A power of two, less than half full.</summary>
    private const int Places = 512;

    private readonly Lock _gate = new();
    private MetricGroup?[] _table = new MetricGroup?[Places];
    private int _count;
    private bool _hasOverflowed;

    /// <summary>Whether there were more groups than are watched.</summary>
    public bool HasOverflowed => Volatile.Read(ref _hasOverflowed);

    public IEnumerable<MetricGroup> All => Volatile.Read(ref _table).OfType<MetricGroup>();

    /// <summary>Takes a measurement. Called by the threads of the application.</summary>
    public void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var values = TagValues.Read(names, tags);
        var hash = names.Count == 0 ? 0 : values.Hash();
        (Find(values, hash) ?? Add(values, hash))?.Series.Record(value);
    }

    /// <summary>Makes the single group where no tags tell groups apart: of some, silence is known as well.</summary>
    public void Expect()
    {
        if (names.Count == 0)
        {
            Add(tags: default, hash: 0);
        }
    }

    /// <summary>Forgets groups. What is being recorded of them at this moment is forgotten, too.</summary>
    public void Remove(IReadOnlySet<MetricGroup> groups)
    {
        lock (_gate)
        {
            var table = new MetricGroup?[Places];
            foreach (var group in All.Where(group => !groups.Contains(group)))
            {
                Place(table, group);
            }

            _count -= groups.Count;
            Volatile.Write(ref _table, table);
        }
    }

    private MetricGroup? Find(in TagValues tags, int hash)
    {
        var table = Volatile.Read(ref _table);
        for (var i = hash; ; i++)
        {
            if (Volatile.Read(ref table[i & (Places - 1)]) is not { } group)
            {
                return null;
            }

            if (group.Hash == hash && group.Has(tags))
            {
                return group;
            }
        }
    }

    private MetricGroup? Add(in TagValues tags, int hash)
    {
        if (Volatile.Read(ref _count) >= Capacity)
        {
            Volatile.Write(ref _hasOverflowed, true);
            return null;
        }

        lock (_gate)
        {
            if (Find(tags, hash) is { } raced || _count >= Capacity)
            {
                return Find(tags, hash);
            }

            var (series, breach) = create();
            var group = new MetricGroup(tags, hash, series, breach);
            Place(_table, group);
            Volatile.Write(ref _count, _count + 1);
            return group;
        }
    }

    private static void Place(MetricGroup?[] table, MetricGroup group)
    {
        var i = group.Hash & (Places - 1);
        while (table[i] is not null)
        {
            i = (i + 1) & (Places - 1);
        }

        Volatile.Write(ref table[i], group);
    }
}
