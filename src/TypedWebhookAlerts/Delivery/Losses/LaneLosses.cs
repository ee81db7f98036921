namespace TypedWebhookAlerts.Delivery;

/// <summary>What a lane's channel has not been shown, and has not been told of: by alert, reason and place.</summary>
/// <remarks>Not thread-safe: the lane's backlog guards it.</remarks>
internal sealed class LaneLosses
{
    /// <summary>So many are told apart; what comes beyond them is counted together.</summary>
    private const int MaxEntries = 128;

    private readonly Dictionary<(string? Name, DropReason Reason, LossPlace Place), Loss> _losses = [];

    public bool IsEmpty => _losses.Count == 0;

    /// <summary>When the first of them was counted, by the lane's clock.</summary>
    public TimeSpan Since { get; private set; }

    /// <summary>Counts what was let go.</summary>
    public void Add(AlertOrigin origin, CopyLoss loss, DropReason reason, LossPlace place, TimeSpan now)
    {
        // Nobody is told that a process ended, nor of what needed no telling.
        if (!loss.IsNone && reason is not (DropReason.Closed or DropReason.Resolved))
        {
            Add(new Loss(origin.Name, reason, place)
            {
                Alerts = loss.Alerts,
                Refused = loss.Refused,
                First = origin.RaisedAt,
                Last = loss.Last,
            }, now);
        }
    }

    /// <summary>Counts a loss again that could not be told.</summary>
    public void Add(Loss loss, TimeSpan now)
    {
        Since = IsEmpty ? now : Since;
        if (_losses.Count >= MaxEntries && !_losses.ContainsKey((loss.Name, loss.Reason, loss.Place)))
        {
            loss = loss with { Name = null, Place = default };
        }

        var key = (loss.Name, loss.Reason, loss.Place);
        _losses[key] = _losses.TryGetValue(key, out var known) ? known.And(loss) : loss;
    }

    /// <summary>Takes all of them out, to be told: the greatest first.</summary>
    public IReadOnlyList<Loss> TakeAll()
    {
        var losses = _losses.Values.OrderByDescending(loss => loss.Alerts + loss.Refused).ToList();
        _losses.Clear();
        return losses;
    }
}
