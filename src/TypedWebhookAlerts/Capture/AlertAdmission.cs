using System.Runtime.CompilerServices;

namespace TypedWebhookAlerts.Capture;

/// <summary>Admits calls: within their alert's budget, while there is room, until the pipeline is closed. What it
/// admits is in the ring, which the first call makes, and which a start replaces where the options want another
/// size.</summary>
/// <param name="states">What is known of each alert.</param>
/// <param name="dormant">Stamps what is admitted before the start.</param>
/// <param name="wakeUp">Wakes who takes what is admitted.</param>
/// <param name="keeps">Called when the first alert is kept for a start to come.</param>
internal sealed class AlertAdmission(AlertStates states, DormantClock dormant, WakeUp wakeUp, Action? keeps = null)
{
    /// <summary>A dormant ring's size: the default of the option, which nobody has set yet.</summary>
    private const int DormantRingBytes = 1024 * 1024;

    private readonly Lock _gate = new();
    private AlertRingBuffer? _ring;
    private bool _isDormant = true;
    private bool _isSealed;

    /// <summary>The ring; null before the first call and the start.</summary>
    public AlertRingBuffer? Ring => Volatile.Read(ref _ring);

    /// <summary>Whether nobody has started the pipeline.</summary>
    public bool IsDormant => _isDormant;

    /// <summary>When something is raised now, by the dormant clock; 0 after the start.</summary>
    public uint Stamp => _isDormant ? dormant.Stamp() : 0;

    /// <summary>Claims room.</summary>
    /// <returns>Null if there was some, or why not.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public RefusalReason? Claim(AlertDescriptor alert, int tracked, int size, out AlertWriter record)
    {
        var state = states.Get(alert);
        if (!state.TrySpend(out var minute))
        {
            record = default;
            return RefusalReason.RateLimited;
        }

        var ring = Volatile.Read(ref _ring) ?? CreateRing();
        var traceId = CurrentTrace.Id;
        var flags = (traceId is null ? tracked : tracked | RecordHeader.Traced) | LogEcho.Flag;
        var result = ring.TryClaim(alert.Id | flags, size, state.IsCritical, Stamp, out record);
        if (result != ClaimResult.Claimed
            && ClaimAgain(ring, result, state, minute, flags, size, out record) is { } reason)
        {
            return reason;
        }

        if (traceId is not null)
        {
            record.Trace(traceId);
        }

        return null;
    }

    /// <summary>Counts a call that was not admitted.</summary>
    /// <returns>False.</returns>
    public bool Refuse(AlertDescriptor alert, RefusalReason reason)
    {
        var state = states.Get(alert);
        state.Refuse(reason);
        if (reason == RefusalReason.Closed)
        {
            ClosedCalls.Count(state.Level);
        }

        return false;
    }

    /// <summary>Finds the ring of a start that is about to come.</summary>
    /// <param name="bytes">Its size.</param>
    /// <param name="former">The one that it replaces, if there is another.</param>
    public AlertRingBuffer Prepare(int bytes, out AlertRingBuffer? former)
    {
        lock (_gate)
        {
            former = _ring?.Capacity == bytes ? null : _ring;
            var ring = _ring is null || former is not null ? new AlertRingBuffer(bytes, wakeUp) : _ring;
            if (former is null)
            {
                // What is started calls a logger and a factory of the user's, which may raise alerts already.
                Volatile.Write(ref _ring, ring);
            }

            return ring;
        }
    }

    /// <summary>Ends the dormancy.</summary>
    /// <param name="ring">The ring that was prepared.</param>
    public void Open(AlertRingBuffer ring)
    {
        var former = _ring;
        Volatile.Write(ref _ring, ring);
        if (former != ring)
        {
            former?.Close();
        }

        _isDormant = false;
    }

    /// <summary>Keeps nothing for a start any more; a ring that there is takes calls until it is closed.</summary>
    public void Seal()
    {
        lock (_gate)
        {
            _isSealed = true;
        }
    }

    /// <summary>Admits nothing more.</summary>
    public void Close() => Ring?.Close();

    private AlertRingBuffer CreateRing()
    {
        lock (_gate)
        {
            if (_ring is { } ring)
            {
                return ring;
            }

            ring = new AlertRingBuffer(DormantRingBytes, wakeUp);
            if (_isSealed)
            {
                ring.Close();
            }
            else
            {
                keeps?.Invoke();
            }

            Volatile.Write(ref _ring, ring);
            return ring;
        }
    }

    /// <summary>A ring that was replaced at the start is closed, and its successor has room; else it is a
    /// refusal.</summary>
    private RefusalReason? ClaimAgain(
        AlertRingBuffer ring,
        ClaimResult result,
        AlertState state,
        int minute,
        int flags,
        int size,
        out AlertWriter record)
    {
        record = default;
        if (result == ClaimResult.Closed && Ring is { } current && current != ring)
        {
            result = current.TryClaim(state.Descriptor.Id | flags, size, state.IsCritical, stamp: 0, out record);
        }

        if (result == ClaimResult.Claimed)
        {
            return null;
        }

        var reason = result switch
        {
            ClaimResult.Full => RefusalReason.Full,
            ClaimResult.TooLarge => RefusalReason.TooLarge,
            _ => RefusalReason.Closed,
        };
        state.Unspend(minute);
        return reason;
    }
}
