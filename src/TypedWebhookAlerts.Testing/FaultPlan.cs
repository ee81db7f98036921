namespace TypedWebhookAlerts.Testing;

/// <summary>
/// What will go wrong: <c>discord.Faults.Next(2).OnPosts().AnswerWith(Fault.Unavailable)</c>. A request meets the fault
/// that was planned first of those that concern it.
/// </summary>
/// <remarks>Everything may be called from any thread, and while requests are under way.</remarks>
public sealed class FaultPlan
{
    private readonly Lock _gate = new();
    private readonly List<PlannedFault> _planned = [];

    internal FaultPlan()
    {
    }

    /// <summary>Begins a fault of a number of requests and no more.</summary>
    /// <param name="requests">How many, at least 1. Those that do not meet the other conditions do not count; without a
    /// condition each does, also the one by which a pipeline asks for its webhook's channel.</param>
    public FaultConditions Next(int requests = 1) => Always.Next(requests);

    /// <summary>Begins a fault of one webhook's requests.</summary>
    /// <param name="webhook">The webhook.</param>
    public FaultConditions For(SimulatedWebhook webhook) => Always.For(webhook);

    /// <summary>Begins a fault that does not befall before a time.</summary>
    /// <param name="time">The first moment, by the simulator's clock.</param>
    public FaultConditions From(DateTimeOffset time) => Always.From(time);

    /// <summary>Begins a fault that ends by itself.</summary>
    /// <param name="time">The first moment after it, by the simulator's clock.</param>
    public FaultConditions Until(DateTimeOffset time) => Always.Until(time);

    /// <summary>Begins a fault of requests that post a message.</summary>
    public FaultConditions OnPosts() => Always.OnPosts();

    /// <summary>Begins a fault of requests that edit a message.</summary>
    public FaultConditions OnEdits() => Always.OnEdits();

    /// <summary>Begins a fault of requests that read a webhook or a message.</summary>
    public FaultConditions OnReads() => Always.OnReads();

    /// <summary>Plans a fault of every request, until <see cref="Clear"/>.</summary>
    /// <param name="fault">The fault.</param>
    public FaultPlan AnswerWith(Fault fault) => Always.AnswerWith(fault);

    /// <summary>Forgets everything that is planned: from the next request on, Discord answers as always.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _planned.Clear();
        }
    }

    internal FaultPlan Add(FaultConditions conditions, Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        lock (_gate)
        {
            _planned.Add(new PlannedFault(conditions, fault));
        }

        return this;
    }

    /// <summary>The fault that a request meets, if it meets one.</summary>
    internal Fault? Take(string method, ulong webhook, DateTimeOffset now)
    {
        lock (_gate)
        {
            _planned.RemoveAll(planned => planned.IsOver(now));
            return _planned.FirstOrDefault(planned => planned.Conditions.Concern(method, webhook, now))?.Take();
        }
    }

    private FaultConditions Always => new(this);
}
