using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.Delivery;

/// <summary>
/// What one lane has to send: first in, first out, but Critical before all else. Bounded in bytes: beyond them the
/// oldest of the lowest level goes first.
/// </summary>
/// <remarks>Not thread-safe: the lane guards it.</remarks>
/// <param name="bound">The most bytes that wait.</param>
internal sealed class LaneQueue(long bound)
{
    private long _bound = bound;
    private long _boundOfBefore;
    private readonly LinkedList<AlertCopy>[] _byLevel =
        [.. Enumerable.Range(0, (int)LogLevel.Critical + 1).Select(_ => new LinkedList<AlertCopy>())];

    private TimeSpan _noneQueuedBefore = TimeSpan.MaxValue;

    public int Count { get; private set; }

    public long Bytes { get; private set; }

    /// <summary>The most bytes that wait. A lower one costs nothing that waits already: what comes then pushes out no
    /// more than it takes.</summary>
    public long Bound
    {
        get => Math.Max(_bound, _boundOfBefore);
        set
        {
            _boundOfBefore = Math.Min(Bound, Bytes);
            _bound = value;
        }
    }

    public bool HasCritical => _byLevel[(int)LogLevel.Critical].Count > 0;

    /// <summary>When the alert that has waited longest was queued.</summary>
    public TimeSpan OldestQueuedAt
        => _byLevel.Where(level => level.Count > 0).Min(level => level.First!.Value.QueuedAt);

    /// <summary>Whether an alert waits that the lane was given before some other.</summary>
    public bool HasBefore(long sequence)
        => Array.Exists(_byLevel, level => level.First is { } first && first.Value.Sequence < sequence);

    /// <summary>Whether it is worth looking for alerts that were queued at a time, or before.</summary>
    public bool MayHaveQueuedBy(TimeSpan time) => _noneQueuedBefore <= time;

    public IEnumerable<AlertCopy> All => _byLevel.SelectMany(level => level);

    /// <summary>Adds an alert behind those of its level.</summary>
    public void Add(AlertCopy copy)
    {
        _byLevel[(int)copy.Level].AddLast(copy);
        Added(copy);
    }

    /// <summary>Puts an alert back before those of its level: its request has to be repeated.</summary>
    public void PutBack(AlertCopy copy)
    {
        _byLevel[(int)copy.Level].AddFirst(copy);
        Added(copy);
        _boundOfBefore += _boundOfBefore > 0 ? copy.Bytes : 0;
    }

    /// <summary>Keeps what waits now, whatever the bound is.</summary>
    public void AllowWhatWaits() => _boundOfBefore = Math.Max(_boundOfBefore, Bytes);

    /// <summary>The alert that is to be sent next.</summary>
    public bool TryPeek([NotNullWhen(true)] out AlertCopy? next)
    {
        next = _byLevel[(int)LogLevel.Critical].First?.Value;
        if (next is null)
        {
            foreach (var level in _byLevel)
            {
                if (level.First is { Value: var first } && (next is null || first.Sequence < next.Sequence))
                {
                    next = first;
                }
            }
        }

        return next is not null;
    }

    /// <summary>Removes an alert that stands first in its level.</summary>
    public void Remove(AlertCopy copy)
    {
        _byLevel[(int)copy.Level].RemoveFirst();
        Removed(copy);
    }

    /// <summary>Removes the alerts of which something is so, in their order.</summary>
    public IReadOnlyList<AlertCopy> TakeWhere(Func<AlertCopy, bool> isSo)
    {
        var taken = new List<AlertCopy>();
        _noneQueuedBefore = TimeSpan.MaxValue;
        foreach (var level in _byLevel)
        {
            for (var node = level.First; node is not null;)
            {
                var next = node.Next;
                if (isSo(node.Value))
                {
                    level.Remove(node);
                    Removed(node.Value);
                    taken.Add(node.Value);
                }
                else
                {
                    LookAt(node.Value);
                }

                node = next;
            }
        }

        taken.Sort((a, b) => a.Sequence.CompareTo(b.Sequence));
        return taken;
    }

    public void Clear()
    {
        Array.ForEach(_byLevel, level => level.Clear());
        Count = 0;
        Bytes = 0;
        _boundOfBefore = 0;
        _noneQueuedBefore = TimeSpan.MaxValue;
    }

    /// <summary>Removes the oldest alert of the lowest level while there are too many bytes, but never the last
    /// one.</summary>
    public bool TryRemoveExcess([NotNullWhen(true)] out AlertCopy? excess)
    {
        excess = Bytes > _bound && Bytes > _boundOfBefore && Count > 1
            ? _byLevel.First(level => level.Count > 0).First!.Value
            : null;
        if (excess is not null)
        {
            Remove(excess);
        }

        return excess is not null;
    }

    private void Added(AlertCopy copy)
    {
        Count++;
        Bytes += copy.Bytes;
        LookAt(copy);
    }

    private void Removed(AlertCopy copy)
    {
        Count--;
        Bytes -= copy.Bytes;
        _boundOfBefore = Math.Min(_boundOfBefore, Bytes);
    }

    private void LookAt(AlertCopy copy)
        => _noneQueuedBefore = copy.QueuedAt < _noneQueuedBefore ? copy.QueuedAt : _noneQueuedBefore;
}
