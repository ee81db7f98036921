namespace TypedWebhookAlerts.Capture;

/// <summary>One pipeline's table of alerts, by process-local id. Copied on write: a call reads it without a
/// lock.</summary>
internal sealed class AlertStates
{
    private readonly Lock _gate = new();
    private AlertState?[] _table = [];
    private Func<AlertDescriptor, bool> _isEnabled = static _ => true;

    public IEnumerable<AlertState> All => Volatile.Read(ref _table).OfType<AlertState>();

    public AlertState Get(AlertDescriptor descriptor)
    {
        var table = _table;
        return (uint)descriptor.Id < (uint)table.Length && table[descriptor.Id] is { } state ? state : Add(descriptor);
    }

    /// <summary>Decides anew which alerts are captured: when the pipeline starts.</summary>
    public void Configure(Func<AlertDescriptor, bool> isEnabled)
    {
        lock (_gate)
        {
            _isEnabled = isEnabled;
            foreach (var state in All)
            {
                state.IsEnabled = isEnabled(state.Descriptor);
            }
        }
    }

    private AlertState Add(AlertDescriptor descriptor)
    {
        lock (_gate)
        {
            // Asked before the table is looked at: the answer may log, and a log entry may be an alert added here.
            var isEnabled = _isEnabled(descriptor);
            if (descriptor.Id < _table.Length && _table[descriptor.Id] is { } raced)
            {
                return raced;
            }

            var larger = new AlertState?[Math.Max(descriptor.Id + 1, _table.Length)];
            _table.CopyTo(larger, 0);
            var state = new AlertState(descriptor, isEnabled);
            larger[descriptor.Id] = state;
            Volatile.Write(ref _table, larger);
            return state;
        }
    }
}
