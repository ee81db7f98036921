using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.Delivery;

/// <summary>
/// Counts the answers that bring a ban nearer, over all pipelines of the process: 401, 403 and 429, but for the
/// channel's. Discord bans an address for 10,000 of them in ten minutes; here everything pauses at 1,000.
/// </summary>
/// <remarks>Source: Discord's developer documentation, "Rate Limits", "Invalid Request Limit". Thread-safe. No file is
/// touched under the lock: a disk that hangs must not hang the lanes.</remarks>
internal sealed class InvalidRequestBudget(TimeProvider time)
{
    /// <summary>So many in ten minutes, and no more.</summary>
    public const int Most = 1000;

    private static readonly TimeSpan s_writeAgain = TimeSpan.FromMinutes(1);

    private static readonly ConditionalWeakTable<TimeProvider, InvalidRequestBudget> s_byClock = [];

    private readonly Lock _gate = new();
    private readonly Lock _writing = new();
    private readonly long _start = time.GetTimestamp();
    private readonly DateTimeOffset _startedAt = time.GetUtcNow();
    private MinuteCounts _known = new();
    private MinuteCounts _unwritten = new();
    private InvalidRequestFile? _file;
    private ITimer? _timer;
    private bool _isTimerSet;
    private TimeSpan _writtenAt = -s_writeAgain;

    /// <summary>The budget of all pipelines with a clock: a process has one clock, and its tests have more.</summary>
    public static InvalidRequestBudget Of(TimeProvider time)
        => s_byClock.GetValue(time, static clock => new InvalidRequestBudget(clock));

    /// <summary>How long the budget has been there: no adjustment of the wall clock moves it.</summary>
    private TimeSpan Elapsed => time.GetElapsedTime(_start);

    /// <summary>The minute since 1970, for a file that outlives the process.</summary>
    private long Minute => (_startedAt + Elapsed).ToUnixTimeSeconds() / 60;

    /// <summary>Keeps the counts in a folder from now on. The first folder that a pipeline names is the process's.
    /// Processes that share it add up: each adds what it has counted to what the file says, and goes by the sum. Two
    /// that write at the same instant may lose what one of them counted in that minute.</summary>
    public void KeepIn(string folder, ILogger log)
    {
        lock (_gate)
        {
            if (_file is not null)
            {
                return;
            }

            _file = new InvalidRequestFile(folder, log);
            _timer = time.CreateTimer(
                _ => WriteDue(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        Write();
    }

    /// <summary>Counts one.</summary>
    /// <returns>How long everything pauses, if it is the one that spends the budget.</returns>
    public TimeSpan? Count()
    {
        TimeSpan? pause;
        lock (_gate)
        {
            var before = Total(Minute);
            _unwritten.Add(Minute, 1);
            pause = before == Most - 1 ? RoomIn() : null;
            SetTimer();
        }

        return pause;
    }

    /// <summary>How long until the window has room; zero when it has.</summary>
    public TimeSpan Wait()
    {
        lock (_gate)
        {
            return RoomIn();
        }
    }

    /// <summary>Writes what is not written yet: a pipeline ends, and perhaps the process with it.</summary>
    public void Save() => Write();

    private int Total(long minute) => _known.Total(minute) + _unwritten.Total(minute);

    private TimeSpan RoomIn()
    {
        var minute = Minute;
        var total = Total(minute);
        if (total < Most)
        {
            return TimeSpan.Zero;
        }

        // The oldest minutes leave first.
        var oldest = minute - MinuteCounts.Minutes;
        while (total >= Most)
        {
            oldest++;
            total -= _known.At(oldest) + _unwritten.At(oldest);
        }

        var room = DateTimeOffset.FromUnixTimeSeconds((oldest + MinuteCounts.Minutes) * 60);
        return room - (_startedAt + Elapsed);
    }

    private void SetTimer()
    {
        if (_timer is not null && !_isTimerSet)
        {
            var due = _writtenAt + s_writeAgain - Elapsed;
            _isTimerSet = true;
            _timer.Change(due > TimeSpan.Zero ? due : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    private void WriteDue()
    {
        lock (_gate)
        {
            _isTimerSet = false;
        }

        Write();
    }

    /// <summary>Adds what was counted to what the file says, and takes the sum for known.</summary>
    private void Write()
    {
        lock (_writing)
        {
            MinuteCounts sum;
            InvalidRequestFile file;
            lock (_gate)
            {
                if (_file is null)
                {
                    return;
                }

                file = _file;
                _writtenAt = Elapsed;
            }

            var read = file.Read(Minute);
            bool hasNews;
            lock (_gate)
            {
                hasNews = !_unwritten.IsEmpty;
                sum = Sum(read);
                _known = sum;
                _unwritten = new MinuteCounts();
            }

            if (hasNews)
            {
                file.Write(sum);
            }
        }
    }

    /// <summary>Of what is known and what the file says the greater counts: a file that was lost takes nothing
    /// back.</summary>
    private MinuteCounts Sum(MinuteCounts? read)
    {
        var sum = new MinuteCounts();
        var minute = Minute;
        for (var at = minute - MinuteCounts.Minutes + 1; at <= minute + 1; at++)
        {
            var count = Math.Max(_known.At(at), read?.At(at) ?? 0) + _unwritten.At(at);
            if (count > 0)
            {
                sum.Add(at, count);
            }
        }

        return sum;
    }
}
