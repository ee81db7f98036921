namespace TypedWebhookAlerts.Capture;

/// <summary>
/// Stamps alerts while no pump runs, and no <see cref="TimeProvider"/> is configured yet: by the system's tick count,
/// which costs a call next to nothing.
/// </summary>
internal sealed class DormantClock
{
    private readonly long _start = Environment.TickCount64;

    /// <summary>Milliseconds since the clock was made, plus one: zero means not stamped.</summary>
    public uint Stamp() => (uint)(Environment.TickCount64 - _start + 1);

    /// <summary>When a stamp was made, seen from a later moment.</summary>
    public DateTimeOffset Read(uint stamp, DateTimeOffset now)
        => now - TimeSpan.FromMilliseconds(Environment.TickCount64 - _start + 1 - stamp);
}
