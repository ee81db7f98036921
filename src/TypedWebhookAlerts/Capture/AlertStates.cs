namespace TypedWebhookAlerts.Capture;

/// <summary>One pipeline's table of alerts, by process-local id. Copied on write: a call reads it without a
/// lock.</summary>
internal sealed class AlertStates
{
    private readonly Lock _gate = new();
    private AlertState?[] _table = [];
    private Func<AlertDescriptor, AlertSettings> _decide = AlertSettings.Declared;

    public IEnumerable<AlertState> All => Volatile.Read(ref _table).OfType<AlertState>();

    public AlertState Get(AlertDescriptor descriptor)
    {
        var table = _table;
        return (uint)descriptor.Id < (uint)table.Length && table[descriptor.Id] is { } state ? state : Add(descriptor);
    }

    /// <summary>Decides anew what is captured, and with which level and route.</summary>
    /// <param name="decide">Says it of an alert; it does not throw.</param>
    /// <param name="isStart">Whether the pipeline starts; otherwise its options were reloaded.</param>
    public void Configure(Func<AlertDescriptor, AlertSettings> decide, bool isStart)
    {
        lock (_gate)
        {
            _decide = decide;
            foreach (var state in All)
            {
                state.Configure(decide(state.Descriptor), isStart);
            }
        }
    }

    private AlertState Add(AlertDescriptor descriptor)
    {
        lock (_gate)
        {
            // Asked before the table is looked at: the answer may log, and a log entry may be an alert added here.
            var settings = _decide(descriptor);
            if (descriptor.Id < _table.Length && _table[descriptor.Id] is { } raced)
            {
                return raced;
            }

            var larger = new AlertState?[Math.Max(descriptor.Id + 1, _table.Length)];
            _table.CopyTo(larger, 0);
            var state = new AlertState(descriptor, settings);
            larger[descriptor.Id] = state;
            Volatile.Write(ref _table, larger);
            return state;
        }
    }
}
