using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.Delivery;

/// <summary>A message on display that may come to show more: its counters move, or its incident goes on.</summary>
internal sealed class LiveMessage(string id, IReadOnlyList<AlertCopy> copies, TimeSpan postedAt)
{
    private const int MostFailures = 5;

    private static readonly TimeSpan s_firstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromMinutes(5);

    private readonly TimeSpan _endsAt = copies.Max(copy => copy.FoldsUntil);
    private TimeSpan _lastRequestAt = postedAt;
    private TimeSpan _pause = s_firstPause;
    private TimeSpan _retryPause = s_firstPause;
    private int _failures;

    public string Id => id;

    /// <summary>Every alert of the message, in its order: an edit replaces them all.</summary>
    public IReadOnlyList<AlertCopy> Copies => copies;

    public long Bytes { get; } = copies.Sum(copy => copy.Bytes);

    /// <summary>Whether it is an incident's, which is alone in it.</summary>
    public bool IsIncident { get; } = copies[0].Account.IsIncident;

    /// <summary>Whether its edits may take the slots that are kept for Critical: those of a Critical
    /// incident.</summary>
    public bool IsCritical { get; } = copies[0].Account.IsIncident && copies[0].Level == LogLevel.Critical;

    public bool HasUnshown => copies.Any(copy => copy.HasUnshown);

    public bool Owes => copies.Any(copy => copy.Owes);

    /// <summary>When it may be edited at the earliest, even by a flush: a failed edit is not repeated at
    /// once.</summary>
    public TimeSpan RetryAt { get; private set; } = postedAt;

    /// <summary>When its counters are moved next: after 5, 10, 20… seconds, and once at the end.</summary>
    public TimeSpan EditAt
    {
        get
        {
            var next = _lastRequestAt + _pause;
            return Later(RetryAt, next < _endsAt ? next : _endsAt);
        }
    }

    /// <summary>Whether edits fail so often that a message of its own is the better try.</summary>
    public bool HasFailed => _failures >= MostFailures;

    /// <summary>When it is edited, if posts may be waited for no longer: an incident once its news are gathered, and
    /// counters for the last time, when their window has ended.</summary>
    /// <param name="gather">How long an incident's news are gathered.</param>
    public TimeSpan UrgentAt(TimeSpan gather) => Later(RetryAt, IsIncident ? _lastRequestAt + gather : _endsAt);

    /// <summary>Whether its alerts take no more repeats and no more news.</summary>
    public bool HasEnded(TimeSpan now) => (!IsIncident && now >= _endsAt) || !copies.Any(copy => copy.MayChange);

    /// <summary>An edit was answered.</summary>
    /// <param name="now">When.</param>
    /// <param name="isConfirmed">Whether Discord has it.</param>
    /// <param name="isFailure">Whether it failed, rather than being asked to wait.</param>
    public void Edited(TimeSpan now, bool isConfirmed, bool isFailure)
    {
        _lastRequestAt = now;
        _pause = Doubled(_pause);
        _failures = isConfirmed ? 0 : _failures + (isFailure ? 1 : 0);
        RetryAt = isFailure ? now + _retryPause : now;
        _retryPause = isConfirmed ? s_firstPause : isFailure ? Doubled(_retryPause) : _retryPause;
    }

    private static TimeSpan Doubled(TimeSpan pause) => pause * 2 < s_longestPause ? pause * 2 : s_longestPause;

    private static TimeSpan Later(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
