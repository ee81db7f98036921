using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.Delivery;

/// <summary>How many of an alert, its repeats and its news are accounted for, or stand in the fallback file. The ledger
/// and those who follow are told of each.</summary>
/// <remarks>Not thread-safe: the account's gate guards it.</remarks>
/// <param name="ledger">Where they are counted.</param>
/// <param name="level">The alert's.</param>
/// <param name="own">Who is told of the alert itself, if anybody is.</param>
/// <param name="followers">The room for those who follow repeats.</param>
internal sealed class AccountTally(OutcomeCounters ledger, LogLevel level, AlertTracker? own, FollowerRoom followers)
{
    private FollowedRepeats? _followed;
    private List<string>? _fileIds;
    private bool _isSettled;
    private long _repeats;
    private long _settledRepeats;
    private long _kept;

    /// <summary>How many there are.</summary>
    public long All => 1 + _repeats;

    /// <summary>How many are not accounted for.</summary>
    public long Pending => (_isSettled ? 0 : 1) + _repeats - _settledRepeats;

    /// <summary>How many are not, and have no line in the fallback file either.</summary>
    public long NotKept => All - Math.Max(_kept, (_isSettled ? 1 : 0) + _settledRepeats);

    /// <summary>Whether lines of the fallback file stand for all that is not accounted for.</summary>
    public bool IsKept => _kept > 0 && NotKept == 0;

    /// <summary>Whether one was dropped.</summary>
    public bool IsLost { get; private set; }

    /// <summary>The ids of the lines in the fallback file.</summary>
    public List<string> FileIds => _fileIds ??= [];

    /// <summary>Takes room for a repeat that is added next, if somebody follows it.</summary>
    public bool TryTakeRoom([NotNullWhen(false)] AlertTracker? tracker) => tracker is null || followers.TryTake();

    /// <summary>Adds a repeat, or news.</summary>
    public void Add(AlertTracker? tracker = null)
    {
        _repeats++;
        if (tracker is not null)
        {
            (_followed ??= new(followers)).Add(_repeats, tracker);
        }
    }

    /// <summary>Drops a repeat that cannot be followed, and was not added.</summary>
    public void TurnAway(AlertTracker tracker)
    {
        ledger.Drop(DropReason.QueueFull, level, 1);
        tracker.Settle(AlertOutcome.Dropped(DropReason.QueueFull));
    }

    /// <summary>Discord has a message that shows it.</summary>
    /// <param name="shownRepeats">And so many repeats and news.</param>
    public void Deliver(long shownRepeats)
    {
        if (!_isSettled)
        {
            _isSettled = true;
            ledger.Deliver(level);
            own?.Settle(AlertOutcome.Delivered);
        }

        if (shownRepeats > _settledRepeats)
        {
            ledger.Coalesce(level, shownRepeats - _settledRepeats);
            _settledRepeats = shownRepeats;
            _followed?.Settle(_settledRepeats, AlertOutcome.Coalesced);
        }
    }

    /// <summary>The fallback file has a line for so many of all.</summary>
    public void Keep(string id, long until)
    {
        FileIds.Add(id);
        _kept = until;
    }

    /// <summary>Drops what is not accounted for.</summary>
    public void Drop(DropReason reason)
    {
        var lost = Pending;
        IsLost |= lost > 0;
        ledger.Drop(reason, level, lost);
        _isSettled = true;
        _settledRepeats = _repeats;
        own?.Settle(AlertOutcome.Dropped(reason));
        _followed?.Settle(_settledRepeats, AlertOutcome.Dropped(reason));
    }
}
