namespace TypedWebhookAlerts.Testing.Simulation;

/// <summary>Every request in the order of the decisions on them.</summary>
internal sealed class RequestTimeline
{
    private readonly Lock _lock = new();
    private readonly List<SimulatedRequest> _requests = [];

    /// <returns>The entry's place, for <see cref="Answered"/>.</returns>
    public int Add(SimulatedRequest request)
    {
        lock (_lock)
        {
            _requests.Add(request);
            return _requests.Count - 1;
        }
    }

    public void Answered(int entry, DateTimeOffset at)
    {
        lock (_lock)
        {
            _requests[entry] = _requests[entry] with { AnsweredAt = at };
        }
    }

    public IReadOnlyList<SimulatedRequest> Snapshot()
    {
        lock (_lock)
        {
            return [.. _requests];
        }
    }
}
