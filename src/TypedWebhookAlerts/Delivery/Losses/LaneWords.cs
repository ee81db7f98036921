using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Delivery;

/// <summary>What a lane's channel is to be told besides alerts: what it was not shown, and what other lanes have it
/// tell.</summary>
/// <param name="gate">The backlog's, which guards it.</param>
/// <param name="clock">The lane's.</param>
internal sealed class LaneWords(Lock gate, LaneClock clock)
{
    private const int MostNotices = 10;

    private readonly Queue<RenderedAlert> _notices = new();
    private readonly LaneLosses _losses = new();

    /// <summary>Whether there is nothing to be told. Looked at under the gate.</summary>
    public bool IsEmpty => _notices.Count == 0 && _losses.IsEmpty;

    /// <summary>When the first of the losses was counted that are told next, by the lane's clock; null where a notice
    /// is told before. Looked at under the gate.</summary>
    public TimeSpan? LossesSince => _notices.Count == 0 ? _losses.Since : null;

    /// <summary>Counts what the channel does not show.</summary>
    public void Add(AlertOrigin origin, CopyLoss loss, DropReason reason, LossPlace place)
    {
        lock (gate)
        {
            _losses.Add(origin, loss, reason, place, clock.Now);
        }
    }

    /// <summary>Takes a message of the library's own; of too many the oldest goes.</summary>
    public void Add(RenderedAlert notice)
    {
        lock (gate)
        {
            _notices.Enqueue(notice);
            if (_notices.Count > MostNotices)
            {
                _notices.Dequeue();
            }
        }
    }

    /// <summary>Takes what is to be told next: a notice, or else all losses.</summary>
    public (RenderedAlert? Notice, IReadOnlyList<Loss> Losses) Take()
    {
        lock (gate)
        {
            return _notices.TryDequeue(out var notice) ? (notice, []) : (null, _losses.TakeAll());
        }
    }

    /// <summary>Has another lane tell all there is.</summary>
    public void GiveTo(LaneWords heir)
    {
        while (true)
        {
            var (notice, losses) = Take();
            if (notice is null && losses.Count == 0)
            {
                return;
            }

            heir.PutBack(notice, losses);
        }
    }

    /// <summary>Takes back what could not be told.</summary>
    public void PutBack(RenderedAlert? notice, IReadOnlyList<Loss> losses)
    {
        lock (gate)
        {
            if (notice is not null)
            {
                _notices.Enqueue(notice);
            }

            foreach (var loss in losses)
            {
                _losses.Add(loss, clock.Now);
            }
        }
    }
}
