using System.Diagnostics.CodeAnalysis;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>The ends of incidents for which the ring had no room. They wait beside it: a message that stayed red
/// because of a storm would not be true, and there are no more of them than open incidents.</summary>
/// <remarks>Callers add, the pump takes.</remarks>
internal sealed class OwedEnds
{
    private readonly Lock _gate = new();
    private readonly Queue<OwedEnd> _waiting = new();
    private bool _isClosed;

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _waiting.Count;
            }
        }
    }

    /// <summary>Adds one.</summary>
    /// <returns>False when nobody takes any more.</returns>
    public bool TryAdd(OwedEnd end)
    {
        lock (_gate)
        {
            if (!_isClosed)
            {
                _waiting.Enqueue(end);
            }

            return !_isClosed;
        }
    }

    /// <summary>Whether the turn of the first has come.</summary>
    public bool HasDue(Func<OwedEnd, bool> isDue)
    {
        lock (_gate)
        {
            return _waiting.TryPeek(out var first) && isDue(first);
        }
    }

    /// <summary>Takes the first, if its turn has come.</summary>
    public bool TryTake(Func<OwedEnd, bool> isDue, [MaybeNullWhen(false)] out OwedEnd end)
    {
        lock (_gate)
        {
            return _waiting.TryPeek(out end) && isDue(end) && _waiting.TryDequeue(out end);
        }
    }

    /// <summary>Takes no more.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _isClosed = true;
        }
    }
}
