namespace TypedWebhookAlerts;

/// <summary>The ambient pipeline of one async flow and those that begin in it: how a test's pipeline is seen by that
/// test alone.</summary>
internal sealed class FlowPipeline : IDisposable
{
    private static readonly AsyncLocal<FlowPipeline?> s_current = new();

    private readonly FlowPipeline? _outer;
    private volatile AlertPipeline? _pipeline;

    private FlowPipeline(AlertPipeline pipeline, FlowPipeline? outer)
    {
        _pipeline = pipeline;
        _outer = outer;
    }

    /// <summary>Whether there ever was one. Read without a barrier by every call: the flow that began one sees it, and
    /// others have no need to.</summary>
    public static bool HasAny { get; private set; }

    /// <summary>The innermost of this flow that has not ended; null if there is none.</summary>
    public static AlertPipeline? Current
    {
        get
        {
            // Flows that began in one that has ended still hold it: they go on as those outside.
            for (var flow = s_current.Value; flow is not null; flow = flow._outer)
            {
                if (flow._pipeline is { } pipeline)
                {
                    return pipeline;
                }
            }

            return null;
        }
    }

    /// <summary>Makes a pipeline the ambient one of this flow.</summary>
    public static FlowPipeline Begin(AlertPipeline pipeline)
    {
        var flow = new FlowPipeline(pipeline, s_current.Value);
        s_current.Value = flow;
        HasAny = true;
        return flow;
    }

    public void Dispose() => _pipeline = null;
}
