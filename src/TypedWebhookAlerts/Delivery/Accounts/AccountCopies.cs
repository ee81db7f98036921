using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Delivery;

/// <summary>The copies of one alert: what is told of it is told to each that takes more.</summary>
/// <remarks>Not thread-safe: the account's gate guards it.</remarks>
internal sealed class AccountCopies
{
    private readonly List<AlertCopy> _copies = new(capacity: 2);

    /// <summary>Whether one of them takes repeats and news.</summary>
    public bool TakeMore => _copies.Exists(static copy => copy.TakesMore);

    /// <summary>Whether one of them is not at its end.</summary>
    public bool AreOpen => _copies.Exists(static copy => copy.IsOpen);

    public void Add(AlertCopy copy) => _copies.Add(copy);

    public void Clear() => _copies.Clear();

    /// <summary>Those that are not at their end.</summary>
    public IReadOnlyList<AlertCopy> Open() => _copies.FindAll(static copy => copy.IsOpen);

    /// <summary>Whether one of them is, or was, for a webhook.</summary>
    public bool AreFor(DeliveryLane lane) => _copies.Exists(copy => copy.Lane == lane);

    /// <summary>Whether another of them tells a channel the same.</summary>
    public bool TellThere(DeliveryLane lane, AlertCopy but)
        => _copies.Exists(other => other != but && other.Lane == lane && other.IsToldThere);

    /// <summary>Folds an equal alert in.</summary>
    public void Fold(DateTimeOffset at, long refused)
    {
        foreach (var copy in _copies)
        {
            if (copy.TakesMore)
            {
                copy.Fold(at, refused);
            }
        }
    }

    /// <summary>Counts calls that were turned away.</summary>
    public void Miss(DateTimeOffset at, long calls)
    {
        foreach (var copy in _copies)
        {
            if (copy.TakesMore)
            {
                copy.Miss(at, calls);
            }
        }
    }

    /// <summary>Counts a piece of an incident's news.</summary>
    public void Hear(DateTimeOffset at, long refused)
    {
        foreach (var copy in _copies)
        {
            if (copy.TakesMore)
            {
                copy.Hear(at, refused);
            }
        }
    }

    /// <summary>Shows an incident as it stands now.</summary>
    public void Revise(RenderedAlert alert)
    {
        foreach (var copy in _copies)
        {
            if (copy.TakesMore)
            {
                copy.Revise(alert);
            }
        }
    }

    /// <summary>Takes those that have to be given to their lanes again.</summary>
    public List<AlertCopy> TakeReturning() => _copies.FindAll(static copy => copy.TakeReturn());
}
