namespace TypedWebhookAlerts.Testing;

/// <summary>Which requests a fault befalls: those that meet every condition. Immutable.</summary>
public sealed class FaultConditions
{
    private readonly FaultPlan _plan;

    internal FaultConditions(FaultPlan plan) => _plan = plan;

    private FaultConditions(FaultConditions other)
    {
        _plan = other._plan;
        Count = other.Count;
        Webhook = other.Webhook;
        Begin = other.Begin;
        End = other.End;
        Method = other.Method;
    }

    /// <summary>How many requests; null without a limit.</summary>
    internal int? Count { get; private init; }

    internal DateTimeOffset End { get; private init; } = DateTimeOffset.MaxValue;

    private DateTimeOffset Begin { get; init; } = DateTimeOffset.MinValue;

    private ulong? Webhook { get; init; }

    private string? Method { get; init; }

    /// <summary>No more than a number of requests.</summary>
    /// <param name="requests">How many, at least 1.</param>
    public FaultConditions Next(int requests = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(requests, 1);
        return new(this) { Count = requests };
    }

    /// <summary>Only one webhook's requests.</summary>
    /// <param name="webhook">The webhook.</param>
    public FaultConditions For(SimulatedWebhook webhook)
    {
        ArgumentNullException.ThrowIfNull(webhook);
        return new(this) { Webhook = webhook.Id };
    }

    /// <summary>Not before a time.</summary>
    /// <param name="time">The first moment, by the simulator's clock.</param>
    public FaultConditions From(DateTimeOffset time) => new(this) { Begin = time };

    /// <summary>Only before a time.</summary>
    /// <param name="time">The first moment after it, by the simulator's clock.</param>
    public FaultConditions Until(DateTimeOffset time) => new(this) { End = time };

    /// <summary>Only requests that post a message.</summary>
    public FaultConditions OnPosts() => new(this) { Method = "POST" };

    /// <summary>Only requests that edit a message.</summary>
    public FaultConditions OnEdits() => new(this) { Method = "PATCH" };

    /// <summary>Only requests that read a webhook or a message.</summary>
    public FaultConditions OnReads() => new(this) { Method = "GET" };

    /// <summary>Plans the fault.</summary>
    /// <param name="fault">The fault.</param>
    /// <returns>The plan, for the next one.</returns>
    public FaultPlan AnswerWith(Fault fault) => _plan.Add(this, fault);

    internal bool Concern(string method, ulong webhook, DateTimeOffset now)
        => (Method is null || Method == method)
            && (Webhook is null || Webhook == webhook)
            && now >= Begin
            && now < End;
}
