namespace TypedWebhookAlerts.Dispatch;

/// <summary>The pipelines of a process that run, and what those have counted that have ended: a sum that never goes
/// back.</summary>
/// <remarks>Thread-safe. Of a pipeline that has ended only its counts are kept, not the pipeline.</remarks>
internal sealed class MeasuredPipelines
{
    private const int RefusalReasons = (int)RefusalReason.Closed + 1;

    private readonly Lock _gate = new();
    private readonly List<MeasuredPipeline> _running = [];
    private readonly OutcomeCounters _endedAlerts = new();
    private readonly Dictionary<string, OutcomeCounters> _endedRoutes = new(StringComparer.OrdinalIgnoreCase);
    private readonly LevelCounts _endedRefused = new(RefusalReasons);

    public void Add(MeasuredPipeline pipeline)
    {
        lock (_gate)
        {
            _running.Add(pipeline);
        }
    }

    /// <summary>Keeps what a pipeline has counted, which counts nothing any more, and lets go of it.</summary>
    public void End(MeasuredPipeline pipeline)
    {
        lock (_gate)
        {
            if (_running.Remove(pipeline))
            {
                _endedAlerts.Add(pipeline.Alerts);
                AddRoutes(_endedRoutes, pipeline.Routes);
                pipeline.AddRefused(_endedRefused);
            }
        }
    }

    /// <summary>What became of all alerts.</summary>
    public OutcomeCounters SumOfAlerts()
    {
        lock (_gate)
        {
            var sum = new OutcomeCounters();
            sum.Add(_endedAlerts);
            _running.ForEach(pipeline => sum.Add(pipeline.Alerts));
            return sum;
        }
    }

    /// <summary>What became of all copies, a route's by its name.</summary>
    public IReadOnlyCollection<OutcomeCounters> SumOfRoutes()
    {
        lock (_gate)
        {
            var sum = new Dictionary<string, OutcomeCounters>(StringComparer.OrdinalIgnoreCase);
            AddRoutes(sum, _endedRoutes.Values);
            _running.ForEach(pipeline => AddRoutes(sum, pipeline.Routes));
            return sum.Values;
        }
    }

    /// <summary>The refused calls, in a row a reason.</summary>
    public LevelCounts SumOfRefused()
    {
        lock (_gate)
        {
            var sum = new LevelCounts(RefusalReasons);
            sum.Add(_endedRefused);
            _running.ForEach(pipeline => pipeline.AddRefused(sum));
            return sum;
        }
    }

    /// <summary>A number that is of the moment, and so of running pipelines only.</summary>
    public long Sum(Func<MeasuredPipeline, long> number)
    {
        lock (_gate)
        {
            return _running.Sum(number);
        }
    }

    /// <summary>The copies that wait on each route of a running pipeline.</summary>
    public IReadOnlyDictionary<string, long> Waiting()
    {
        lock (_gate)
        {
            return _running.SelectMany(pipeline => pipeline.Routes)
                .GroupBy(route => route.Name, StringComparer.OrdinalIgnoreCase)
                .ToDictionary(routes => routes.Key, routes => routes.Sum(route => route.Open));
        }
    }

    private static void AddRoutes(Dictionary<string, OutcomeCounters> sum, IEnumerable<OutcomeCounters> routes)
    {
        foreach (var route in routes)
        {
            if (!sum.TryGetValue(route.Name, out var counts))
            {
                sum[route.Name] = counts = new OutcomeCounters(route.Name);
            }

            counts.Add(route);
        }
    }
}
