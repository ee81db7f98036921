namespace TypedWebhookAlerts.Delivery;

/// <summary>A message on display whose counters still move.</summary>
internal sealed class LiveMessage(string id, IReadOnlyList<AlertCopy> copies, TimeSpan postedAt)
{
    private static readonly TimeSpan s_firstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromMinutes(5);

    private readonly TimeSpan _endsAt = copies.Max(copy => copy.QueuedAt + copy.FoldFor);
    private TimeSpan _lastRequestAt = postedAt;
    private TimeSpan _pause = s_firstPause;

    public string Id => id;

    /// <summary>Every alert of the message, in its order: an edit replaces them all.</summary>
    public IReadOnlyList<AlertCopy> Copies => copies;

    public long Bytes { get; } = copies.Sum(copy => copy.Alert.Bytes);

    public bool HasUnshown => copies.Any(copy => copy.HasUnshown);

    public bool Owes => copies.Any(copy => copy.Owes);

    /// <summary>When it may be edited at the earliest, even by a flush: a failed edit is not repeated at once.</summary>
    public TimeSpan RetryAt { get; private set; } = postedAt;

    /// <summary>When it is edited next: after 5, 10, 20… seconds, and once at the end.</summary>
    public TimeSpan EditAt
    {
        get
        {
            var next = _lastRequestAt + _pause;
            return Later(RetryAt, next < _endsAt ? next : _endsAt);
        }
    }

    /// <summary>Whether its alerts take no more repeats.</summary>
    public bool HasEnded(TimeSpan now) => now >= _endsAt;

    /// <summary>An edit was answered.</summary>
    public void Edited(TimeSpan now, bool isConfirmed)
    {
        RetryAt = isConfirmed ? now : now + _pause;
        _lastRequestAt = now;
        _pause = _pause * 2 < s_longestPause ? _pause * 2 : s_longestPause;
    }

    private static TimeSpan Later(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
