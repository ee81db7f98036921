using System.Collections.Concurrent;
using System.Globalization;

namespace TypedWebhookAlerts.Testing.Transport;

/// <summary>
/// Tells the listener when a sender of the same process gives up. A socket tells it too, but later: meanwhile the
/// request would count as one that waits, and a driver of virtual time would take its successor for it and move the
/// clock.
/// </summary>
internal sealed class SenderPatience
{
    public const string Header = "X-Simulated-Sender";

    private readonly ConcurrentDictionary<string, CancellationToken> _senders = [];
    private long _last;

    /// <returns>The value of the header by which the listener knows the request.</returns>
    public string Add(CancellationToken givesUp)
    {
        var id = Interlocked.Increment(ref _last).ToString(CultureInfo.InvariantCulture);
        _senders[id] = givesUp;
        return id;
    }

    /// <returns>Cancelled when the sender gives up; never if it is another's.</returns>
    public CancellationToken Take(string? id)
        => id is not null && _senders.TryRemove(id, out var givesUp) ? givesUp : CancellationToken.None;
}
