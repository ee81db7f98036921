using System.Runtime.CompilerServices;

namespace TypedWebhookAlerts.Monitoring;

/// <summary>The values of the tags that tell groups apart, in the order of their names. A tag that a measurement does
/// not have is null.</summary>
/// <remarks>On the stack of whoever records: nothing is allocated to find a group that is known.</remarks>
[InlineArray(MetricThresholdRules.MostTags)]
internal struct TagValues
{
    private object? _first;

    public static TagValues Read(IReadOnlyList<string> names, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var values = default(TagValues);
        for (var i = 0; i < names.Count; i++)
        {
            foreach (ref readonly var tag in tags)
            {
                if (tag.Key == names[i])
                {
                    values[i] = tag.Value;
                    break;
                }
            }
        }

        return values;
    }

    public readonly int Hash()
    {
        var hash = default(HashCode);
        foreach (var value in this)
        {
            if (value is not null)
            {
                hash.Add(value.GetHashCode());
            }
            else
            {
                hash.Add(0);
            }
        }

        return hash.ToHashCode();
    }

    public readonly bool Equals(in TagValues other)
    {
        for (var i = 0; i < MetricThresholdRules.MostTags; i++)
        {
            if (!Equals(this[i], other[i]))
            {
                return false;
            }
        }

        return true;
    }
}
