namespace TypedWebhookAlerts.Dispatch;

/// <summary>Those who wait until the pump has taken what was raised before they came.</summary>
/// <param name="rings">What it drains.</param>
internal sealed class PumpDrains(PumpRings rings)
{
    private readonly Lock _gate = new();
    private readonly Queue<(TaskCompletionSource Done, long Until)> _waiting = new();
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _isClosing;

    /// <summary>Whether nobody waits for a drain any more, but for the pump's end.</summary>
    public bool IsClosing => _isClosing;

    /// <summary>Ends when the pump has.</summary>
    public Task Stopped => _stopped.Task;

    /// <summary>Whether the first of them has waited long enough.</summary>
    public bool IsFirstDue
    {
        get
        {
            lock (_gate)
            {
                return IsDue();
            }
        }
    }

    /// <summary>Begins to wait for all that was raised until now.</summary>
    public Task Add()
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_isClosing)
            {
                return Stopped;
            }

            _waiting.Enqueue((done, rings.ClaimedUntil));
        }

        return done.Task;
    }

    /// <summary>Ends the waits that are due, in their order.</summary>
    public void End()
    {
        lock (_gate)
        {
            while (IsDue())
            {
                _waiting.Dequeue().Done.SetResult();
            }
        }
    }

    /// <summary>Whoever comes from now on waits for the pump's end.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _isClosing = true;
        }
    }

    /// <summary>The pump has ended.</summary>
    public void Stop() => _stopped.SetResult();

    private bool IsDue() => _waiting.TryPeek(out var first) && rings.HasTaken(first.Until);
}
