using Polly;
using Polly.CircuitBreaker;

namespace TypedWebhookAlerts.Delivery;

/// <summary>Leaves a webhook alone for a while that has failed so many times in a row; then one request is tried.
/// </summary>
/// <remarks>Used by its lane only, but for <see cref="IsBroken"/>.</remarks>
internal sealed class LaneBreaker
{
    private readonly LaneClock _clock;
    private volatile Circuit _circuit;

    public LaneBreaker(BreakerOptions options, LaneClock clock)
    {
        _clock = clock;
        _circuit = new Circuit(options, clock);
    }

    /// <summary>Until when nothing is sent, by the lane's clock.</summary>
    public TimeSpan OpenUntil { get; private set; }

    /// <summary>Whether it has failed so often, and no request has got through since.</summary>
    public bool IsBroken => _circuit.IsBroken || OpenUntil > _clock.Now;

    /// <summary>Takes the options. If they differ, failures are counted anew; a pause that has begun is kept to its
    /// end.</summary>
    public void Configure(BreakerOptions options)
    {
        if (!_circuit.IsOf(options))
        {
            _circuit = new Circuit(options, _clock);
        }
    }

    /// <summary>Sends a request, and learns from its answer.</summary>
    public async ValueTask<WebhookResponse> ExecuteAsync(Func<CancellationToken, ValueTask<WebhookResponse>> send)
    {
        var circuit = _circuit;
        var response = await circuit.ExecuteAsync(send).ConfigureAwait(false);
        OpenUntil = circuit.IsOpen ? _clock.Now + circuit.Pause : TimeSpan.Zero;
        return response;
    }

    /// <summary>Polly's, for one pair of options.</summary>
    private sealed class Circuit
    {
        private readonly CircuitBreakerManualControl _control = new();
        private readonly CircuitBreakerStateProvider _state = new();
        private readonly ResiliencePipeline<WebhookResponse> _breaker;
        private readonly int _failures;

        public Circuit(BreakerOptions options, LaneClock clock)
        {
            (_failures, Pause) = (options.Failures, options.Pause);
            _breaker = new ResiliencePipelineBuilder<WebhookResponse> { TimeProvider = clock }
                .AddCircuitBreaker(new CircuitBreakerStrategyOptions<WebhookResponse>
                {
                    ShouldHandle = static outcome => ValueTask.FromResult(outcome.Outcome.Result?.IsFailure == true),
                    FailureRatio = 1,
                    MinimumThroughput = options.Failures,
                    SamplingDuration = TimeSpan.FromDays(1),
                    BreakDuration = options.Pause,
                    ManualControl = _control,
                    StateProvider = _state,
                })
                .Build();
        }

        public TimeSpan Pause { get; }

        public bool IsOpen => _state.CircuitState == CircuitState.Open;

        public bool IsBroken => _state.CircuitState != CircuitState.Closed;

        public bool IsOf(BreakerOptions options) => (options.Failures, options.Pause) == (_failures, Pause);

        public async ValueTask<WebhookResponse> ExecuteAsync(Func<CancellationToken, ValueTask<WebhookResponse>> send)
        {
            var response = await _breaker.ExecuteAsync(send).ConfigureAwait(false);
            if (!response.IsFailure)
            {
                // Polly counts a ratio; forgetting what came before an answer makes it "in a row".
                await _control.CloseAsync().ConfigureAwait(false);
            }

            return response;
        }
    }
}
