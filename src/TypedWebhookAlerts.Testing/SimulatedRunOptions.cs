namespace TypedWebhookAlerts.Testing;

/// <summary>What a <see cref="SimulatedRun"/> consists of.</summary>
public sealed class SimulatedRunOptions
{
    /// <summary>The routes that lead to the simulator, each to a webhook of its name: one that is there already, or a
    /// new one. The default value is <c>error</c> alone.</summary>
    public IList<string> Routes { get; set; } = ["error"];

    /// <summary>The limits of the simulator that the run makes; its clock is the run's.</summary>
    public DiscordSimulatorOptions Simulator { get; set; } = new();

    /// <summary>A simulator that is there already, whose clock is a <see cref="VirtualTime"/>: one that listens on
    /// loopback, or that a former run has used. The run does not dispose it. The default value is null: the run makes
    /// one.</summary>
    public DiscordSimulator? Discord { get; set; }

    /// <summary>Sets the pipeline's options, after the run has set its own.</summary>
    public Action<WebhookAlertOptions, DiscordSimulator>? Configure { get; set; }

    /// <summary>Called before the pipeline starts.</summary>
    internal Action<AlertPipeline>? BeforeStart { get; set; }

    /// <summary>How many requests wait for the clock before they reach the simulator.</summary>
    internal Func<int> WaitingElsewhere { get; set; } = static () => 0;
}
