using TypedWebhookAlerts.Capture;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>What a pump drains: a ring that was filled before it began, if there is one, and then the ring that calls
/// fill.</summary>
/// <param name="former">The ring that was filled before; it is closed.</param>
/// <param name="ring">The ring.</param>
internal sealed class PumpRings(AlertRingBuffer? former, AlertRingBuffer ring)
{
    private volatile bool _isGivenUp;

    /// <summary>The one whose turn it is.</summary>
    public AlertRingBuffer Current => IsFormerDrained ? ring : former!;

    public WakeUp WakeUp => ring.WakeUp;

    public bool HasCommitted => Current.HasCommitted;

    /// <summary>Whether all is drained that was claimed.</summary>
    public bool IsDrained => IsFormerDrained && ring.IsEmpty;

    /// <summary>As the other, whether or not what is left was given up.</summary>
    public bool IsEmpty => ring.IsEmpty && former is null or { IsEmpty: true };

    /// <summary>Where the next claim begins.</summary>
    public long ClaimedUntil => ring.ClaimedUntil;

    /// <summary>How far the pump has come in both of them.</summary>
    public long Released => ring.ReleasedUntil + (former?.ReleasedUntil ?? 0);

    /// <summary>Whether nobody waits for what was claimed and never committed.</summary>
    public bool IsGivenUp => _isGivenUp;

    /// <summary>Whether the ring's turn has come: what a caller raised before the start stands before what it raised
    /// after, even while another's record is not committed yet.</summary>
    private bool IsFormerDrained => former is null or { IsEmpty: true } || _isGivenUp;

    public int CountCommitted() => ring.CountCommitted() + (former?.CountCommitted() ?? 0);

    /// <summary>Whether all has been taken that was claimed up to a position.</summary>
    public bool HasTaken(long until) => _isGivenUp || (IsFormerDrained && until <= ring.ReleasedUntil);

    /// <summary>As the other, of a position in either ring.</summary>
    public bool HasTaken(AlertRingBuffer of, long until)
        => _isGivenUp || (IsFormerDrained && (of != ring || until <= ring.ReleasedUntil));

    /// <summary>Waits no more: a call that claimed room and died on the way never commits.</summary>
    public void GiveUp() => _isGivenUp = true;
}
