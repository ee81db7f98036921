namespace StatsBot.Gateway;

/// <summary>Plays events back at the speed at which they happened; one without a time follows at once.</summary>
internal sealed class RecordingPace(TimeProvider time)
{
    /// <summary>Nobody wants to watch a quiet night.</summary>
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(2);

    private DateTimeOffset? _last;
    private long _lastShown;

    /// <summary>Waits until an event's turn has come.</summary>
    public async Task WaitAsync(GatewayEvent next, CancellationToken cancellationToken)
    {
        if (next.At is not { } at)
        {
            return;
        }

        var pause = at - (_last ?? at) - time.GetElapsedTime(_lastShown);
        if (pause > TimeSpan.Zero)
        {
            await Task.Delay(pause < s_longestPause ? pause : s_longestPause, time, cancellationToken);
        }

        _last = at;
        _lastShown = time.GetTimestamp();
    }
}
