namespace TypedWebhookAlerts.Delivery;

/// <summary>How many repeats of a pipeline's alerts may be followed at a time. A repeat itself is but a count; whoever
/// follows it is an object that must be kept until Discord answers, and a storm has a million of them a
/// second.</summary>
/// <param name="capacity">So many.</param>
internal sealed class FollowerRoom(int capacity = FollowerRoom.DefaultCapacity)
{
    /// <summary>Some 12 MB, with the objects that are kept.</summary>
    public const int DefaultCapacity = 65_536;

    private int _taken;

    /// <summary>Takes a place. Called by the pump only, so that it cannot be overtaken between the look and the
    /// step.</summary>
    public bool TryTake()
    {
        if (Volatile.Read(ref _taken) >= capacity)
        {
            return false;
        }

        Interlocked.Increment(ref _taken);
        return true;
    }

    /// <summary>Gives a place back. Called by any lane.</summary>
    public void Return() => Interlocked.Decrement(ref _taken);
}
