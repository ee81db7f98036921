namespace TypedWebhookAlerts.Generators.Tests.Promise;

/// <summary>How much is tried.</summary>
/// <param name="Batches">The batches, each of them compiled once.</param>
/// <param name="Alerts">The declarations of a batch.</param>
/// <param name="Runs">The pipelines that each batch goes through, every other one with embeds.</param>
/// <param name="Calls">The calls of each alert in a run.</param>
internal sealed record PromiseScale(int Batches, int Alerts, int Runs, int Calls)
{
    public const string Variable = "PROMISE_SCALE";

    /// <summary>The value of the variable for as little as shows a mutation.</summary>
    public const string Small = "small";

    private static readonly PromiseScale s_full = new(Batches: 2, Alerts: 120, Runs: 4, Calls: 4);
    private static readonly PromiseScale s_small = new(Batches: 1, Alerts: 57, Runs: 2, Calls: 12);

    public bool IsFull => this == s_full;

    public static PromiseScale OfThisProcess
        => Environment.GetEnvironmentVariable(Variable) == Small ? s_small : s_full;
}
