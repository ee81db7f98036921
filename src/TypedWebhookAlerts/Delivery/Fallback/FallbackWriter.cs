using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Delivery;

/// <summary>
/// Takes alerts to the fallback file that have no route at all, and what incidents are told that are in it. The pump
/// leaves them here and goes on; a thread of the pool waits for the disk.
/// </summary>
/// <remarks>Everything may be called from any thread.</remarks>
/// <param name="chain">Has the file, and the log where that cannot be written to.</param>
/// <param name="ledger">Where the alerts are counted once they are written.</param>
/// <param name="maxBytes">The most bytes that wait.</param>
internal sealed class FallbackWriter(FallbackChain chain, OutcomeCounters ledger, long maxBytes)
{
    /// <summary>In real time: a thread that hangs with the disk must not take one that crashes with it.</summary>
    private static readonly TimeSpan s_writerPatience = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Lock _writing = new();
    private readonly Queue<FallbackBatch> _batches = new();
    private FallbackBatch? _last;
    private FallbackBatch? _underWay;
    private long _maxBytes = maxBytes;
    private long _bytes;
    private bool _isAtWork;

    /// <summary>Whether an alert may be added: there is a file, and not too much waits for it.</summary>
    public bool HasRoom
    {
        get
        {
            lock (_gate)
            {
                return chain.HasFile && _bytes < _maxBytes;
            }
        }
    }

    /// <summary>Takes another bound; what waits stays.</summary>
    public void Configure(long most)
    {
        lock (_gate)
        {
            _maxBytes = most;
        }
    }

    /// <summary>Whether nothing waits, and nothing is being written.</summary>
    public bool IsResting
    {
        get
        {
            lock (_gate)
            {
                return !_isAtWork;
            }
        }
    }

    /// <summary>How many alerts are not accounted for.</summary>
    public long Pending
    {
        get
        {
            lock (_gate)
            {
                return (_underWay?.Count ?? 0) + _batches.Sum(batch => batch.Count);
            }
        }
    }

    /// <summary>Ends when all that was added until now is written.</summary>
    public Task Written
    {
        get
        {
            lock (_gate)
            {
                return _last?.Written ?? Task.CompletedTask;
            }
        }
    }

    /// <summary>Adds an alert.</summary>
    /// <param name="origin">Which alert it is.</param>
    /// <param name="route">The name of the route that would have taken it.</param>
    /// <param name="reason">Why it is in the file.</param>
    /// <param name="alert">The alert.</param>
    /// <param name="tracker">Who is told what becomes of it, if anybody is.</param>
    public void Add(AlertOrigin origin, string route, string reason, RenderedAlert alert, AlertTracker? tracker)
    {
        var entry = new FallbackEntry(origin, route, reason, 1, alert.Json, alert.IsEmbed);
        lock (_gate)
        {
            if (_last is null || _last == _underWay || _last.IsFull)
            {
                _batches.Enqueue(_last = new FallbackBatch());
            }

            _bytes += _last.Add(entry, tracker);
            if (_isAtWork)
            {
                return;
            }

            _isAtWork = true;
        }

        // Without the flow of whoever raised it.
        ThreadPool.UnsafeQueueUserWorkItem(static writer => writer.Work(), this, preferLocal: false);
    }

    /// <summary>Writes on the calling thread what waits, and onto the disk: the process, or the pipeline,
    /// ends.</summary>
    public void WriteRest()
    {
        if (!_writing.TryEnter(s_writerPatience))
        {
            return;
        }

        try
        {
            while (TryWriteNext(isDurable: true))
            {
            }
        }
        finally
        {
            _writing.Exit();
        }
    }

    private void Work()
    {
        do
        {
            lock (_writing)
            {
                while (TryWriteNext(isDurable: false))
                {
                }
            }
        }
        while (!TryRest());
    }

    private bool TryRest()
    {
        lock (_gate)
        {
            return !(_isAtWork = _batches.Count > 0);
        }
    }

    private bool TryWriteNext(bool isDurable)
    {
        FallbackBatch? batch;
        lock (_gate)
        {
            if (!_batches.TryDequeue(out batch))
            {
                return false;
            }

            _underWay = batch;
        }

        var reason = chain.TryKeep(batch.Entries, isDurable) ? DropReason.Fallback : DropReason.NoRoute;
        lock (_gate)
        {
            batch.Drop(ledger, reason);
            _bytes -= batch.Bytes;
            _last = _last == batch ? null : _last;
            _underWay = null;
        }

        batch.Tell(reason);
        return true;
    }
}
