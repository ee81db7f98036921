using TypedWebhookAlerts.Testing.Recording;

namespace TypedWebhookAlerts.Testing;

/// <summary>
/// Records the alerts that a test's code raises: <c>using var recorder = AlertRecorder.Start();</c>. Until it is
/// disposed, its pipeline is the ambient one of the async flow that started it, and of no other: tests that run side
/// by side do not see each other's alerts.
/// </summary>
/// <remarks>
/// An alert is recorded before the call that raises it returns; every alert is, whatever its level, its route and its
/// <see cref="WebhookAlertAttribute.MaxPerMinute"/>. Nothing is sent: a receipt ends as delivered.
/// Start it in the test itself: what an awaited method starts is seen by that method alone, and threads and tasks that
/// ran before keep their pipeline. All members may be called from any thread.
/// </remarks>
public sealed class AlertRecorder : IDisposable
{
    private readonly RecordingList _recorded = new();
    private readonly FlowPipeline _flow;

    private AlertRecorder()
    {
        Pipeline = new AlertPipeline(_recorded.Take);
        _flow = FlowPipeline.Begin(Pipeline);
    }

    /// <summary>The pipeline that records, for alerts that are given one.</summary>
    public AlertPipeline Pipeline { get; }

    /// <summary>What was raised, in order; a snapshot.</summary>
    public IReadOnlyList<RecordedAlert> All => _recorded.Snapshot();

    /// <summary>Starts recording in this async flow. Recorders nest: the innermost records.</summary>
    public static AlertRecorder Start() => new();

    /// <summary>What was raised under a name, in order; a snapshot.</summary>
    /// <param name="name">The alert's name, short (<c>nameof(BotAlerts.ShardDisconnected)</c>) or with types and
    /// namespace.</param>
    public IReadOnlyList<RecordedAlert> Named(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return [.. All.Where(alert => alert.IsNamed(name))];
    }

#pragma warning disable CA1720 // as in every assertion library: one of a list, not the type
    /// <summary>The one alert that was raised under a name.</summary>
    /// <param name="name">The alert's name, as in <see cref="Named"/>.</param>
    /// <exception cref="AlertAssertionException">None was, or several were.</exception>
    public RecordedAlert Single(string name)
    {
        var found = Named(name);
        return found.Count == 1 ? found[0] : throw Unlike($"one {name}", found.Count);
    }

    /// <summary>The one alert that was raised at all.</summary>
    /// <exception cref="AlertAssertionException">None was, or several were.</exception>
    public RecordedAlert Single()
    {
        var all = All;
        return all.Count == 1 ? all[0] : throw Unlike("one alert", all.Count);
    }
#pragma warning restore CA1720

    /// <summary>Expects that no alert was raised, or none of a name.</summary>
    /// <param name="name">The alert's name, as in <see cref="Named"/>; null for any.</param>
    /// <exception cref="AlertAssertionException">One was.</exception>
    public void None(string? name = null)
    {
        var count = name is null ? All.Count : Named(name).Count;
        if (count > 0)
        {
            throw Unlike(name is null ? "no alert" : $"no {name}", count);
        }
    }

    /// <summary>Forgets what was recorded until now.</summary>
    public void Clear() => _recorded.Clear();

    /// <summary>Ends recording: the flow's alerts take the way again that they took before. What was recorded can still
    /// be read.</summary>
    public void Dispose()
    {
        _flow.Dispose();
        ((IDisposable)Pipeline).Dispose();
    }

    /// <summary>What was recorded, a line each.</summary>
    public override string ToString() => string.Join(Environment.NewLine, All);

    private AlertAssertionException Unlike(string expected, int count)
    {
        var all = ToString();
        return new AlertAssertionException(
            $"Expected {expected}, but there are {count}. Recorded: "
                + (all.Length == 0 ? "nothing." : Environment.NewLine + all));
    }
}
