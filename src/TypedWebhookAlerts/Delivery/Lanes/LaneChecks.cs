namespace TypedWebhookAlerts.Delivery;

/// <summary>Those who want to know whether a lane's webhook is there. The lane asks it: within its windows, and with
/// the consequences that its own question has.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class LaneChecks
{
    private static readonly WebhookResponse s_closed =
        new() { Kind = ResponseKind.Postponed, Failure = "the pipeline was disposed" };

    private readonly Lock _gate = new();
    private readonly List<TaskCompletionSource<WebhookResponse>> _waiting = [];
    private WebhookResponse? _last;
    private bool _isClosed;

    /// <summary>Whether somebody waits for an answer.</summary>
    public bool IsAsked
    {
        get
        {
            lock (_gate)
            {
                return _waiting.Count > 0;
            }
        }
    }

    /// <summary>Waits for the answer to a question.</summary>
    /// <param name="isAnew">Whether it must be asked from now on; otherwise the last answer will do, and a lane has
    /// one soon after its start.</param>
    public Task<WebhookResponse> Add(bool isAnew)
    {
        lock (_gate)
        {
            if (_isClosed || (_last is not null && !isAnew))
            {
                return Task.FromResult(_isClosed ? s_closed : _last!);
            }

            // Not on the lane's thread: who waits may be anybody.
            var waiting = new TaskCompletionSource<WebhookResponse>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add(waiting);
            return waiting.Task;
        }
    }

    /// <summary>The webhook has answered, or failed to.</summary>
    public void Answer(WebhookResponse response)
    {
        lock (_gate)
        {
            _last = response;
            EndAll(response);
        }
    }

    /// <summary>Nothing is asked any more.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _isClosed = true;
            EndAll(s_closed);
        }
    }

    private void EndAll(WebhookResponse response)
    {
        _waiting.ForEach(waiting => waiting.SetResult(response));
        _waiting.Clear();
    }
}
