using Polly;
using Polly.Retry;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Delivery;

/// <summary>Sends one lane's requests: within its windows, and again after failures that pass.</summary>
internal sealed class LaneSender
{
    private static readonly WebhookResponse s_postponed = new() { Kind = ResponseKind.Postponed };

    private readonly Lock _gate = new();
    private readonly LaneThread _thread;
    private readonly Func<IReadOnlyList<string>> _routes;
    private readonly WebhookSender _sender;
    private readonly RateWindows _windows;
    private readonly LaneHealth _health;
    private readonly LaneBreaker _breaker;
    private readonly LaneClock _clock;
    private readonly CancellationToken _stopping;
    private ResiliencePipeline<WebhookResponse> _retry;
    private Func<bool> _isOvertaken = () => false;
    private CancellationTokenSource? _question;
    private Task _hurrying = Task.CompletedTask;
    private volatile bool _isHurried;
    private volatile bool _isSeized;

    /// <param name="url">The webhook, and the thread.</param>
    /// <param name="routes">The names of the routes that it sends for.</param>
    /// <param name="sender">The connection.</param>
    /// <param name="retry">How failures are repeated.</param>
    /// <param name="windows">The lane's windows.</param>
    /// <param name="health">Learns from answers.</param>
    /// <param name="clock">The lane's clock.</param>
    /// <param name="stopping">Cancelled when the lane ends.</param>
    public LaneSender(
        WebhookUrl url,
        Func<IReadOnlyList<string>> routes,
        WebhookSender sender,
        RetryOptions retry,
        RateWindows windows,
        LaneHealth health,
        LaneClock clock,
        CancellationToken stopping)
    {
        _thread = new LaneThread(url);
        _routes = routes;
        _sender = sender;
        _windows = windows;
        _health = health;
        _breaker = health.Breaker;
        _clock = clock;
        _stopping = stopping;
        _retry = CreateRetry(retry);
    }

    /// <summary>Takes the options; between two requests.</summary>
    public void Configure(RetryOptions retry) => _retry = CreateRetry(retry);

    /// <summary>Whether a question is being given up for something more urgent.</summary>
    public bool IsHurried => _isHurried;

    /// <summary>Ends what a Critical must not wait for: a pause between retries, and a question that is not
    /// answered.</summary>
    public void Hurry()
    {
        _clock.EndPause();
        lock (_gate)
        {
            if (_question is { } question)
            {
                _question = null;
                _isHurried = true;

                // Not here: what waits for the answer must not go on on the thread that hurries.
                _hurrying = question.CancelAsync();
            }
        }
    }

    /// <summary>The webhook, in the thread that its messages go to by now.</summary>
    public WebhookUrl Url => _thread.Url;

    /// <summary>Posts a message whose first slot is taken.</summary>
    /// <param name="payload">The request's body.</param>
    /// <param name="copies">The alerts in it; none if it is the library's own.</param>
    /// <param name="isCritical">Whether it may use the slots kept for Critical.</param>
    /// <param name="isOvertaken">Whether something more urgent waits by now: then it is not tried again yet.</param>
    public async Task<WebhookResponse> PostAsync(
        MessageBody payload, IReadOnlyList<AlertCopy> copies, bool isCritical, Func<bool> isOvertaken)
    {
        var hasSlot = true;
        var subject = new RequestSubject(copies, _routes);
        _isOvertaken = isOvertaken;
        _clock.AllowPauses();
        try
        {
            return await _retry.ExecuteAsync(Attempt, _stopping).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            return s_postponed;
        }

        async ValueTask<WebhookResponse> Attempt(CancellationToken cancellation)
        {
            if (_isSeized && hasSlot)
            {
                // Whoever has seized the lane needs it.
                hasSlot = false;
                _windows.GiveBack(RequestKind.Post, _clock.Now);
            }

            if (_isSeized
                || (!hasSlot && !await TryTakeSlotAsync(subject, isCritical, isOvertaken).ConfigureAwait(false)))
            {
                return s_postponed;
            }

            hasSlot = false;
            return await _breaker.ExecuteAsync(Send).ConfigureAwait(false);
        }

        async ValueTask<WebhookResponse> Send(CancellationToken cancellation)
        {
            var response = await _sender.ExecuteAsync(_thread.Url, _thread.Address(payload), subject, _stopping)
                .ConfigureAwait(false);
            subject = subject with { Resends = subject.Resends + 1 };
            _windows.Answer(RequestKind.Post, response, _clock.Now);
            response = _thread.Read(payload, response);
            _health.Answered(response, _clock.Now);
            return response;
        }
    }

    /// <summary>Begins no further post: whoever has seized the lane posts with <see cref="Execute"/>.</summary>
    public void Seize()
    {
        _isSeized = true;
        _clock.EndPause();
    }

    /// <summary>Posts a message on the calling thread.</summary>
    public WebhookResponse Execute(MessageBody payload, TimeSpan timeout)
        => _sender.Execute(_thread.Url, _thread.Address(payload), timeout);

    /// <summary>Edits a message; the slot is taken. A failure is not repeated: the next edit shows more
    /// anyway.</summary>
    public async Task<WebhookResponse> EditAsync(string messageId, MessageBody payload, IReadOnlyList<AlertCopy> copies)
    {
        var subject = new RequestSubject(copies, _routes);
        var response = await _sender.EditAsync(
            _thread.Url, messageId, payload, subject, _stopping).ConfigureAwait(false);
        _windows.Answer(RequestKind.Patch, response, _clock.Now);
        response = _thread.Read(payload, response);

        // A 404 that does not say what is gone speaks of the message: its webhook's own has a code.
        return response is { Kind: ResponseKind.ThreadGone } or { Kind: ResponseKind.Dead, Status: 404, Code: 0 }
            ? response with { Kind = ResponseKind.MessageGone }
            : response;
    }

    /// <summary>Asks the webhook for its channel, whose window it shares.</summary>
    /// <param name="isOvertaken">Whether something waits that an answer must not hold up.</param>
    public async Task<WebhookResponse> IdentifyAsync(Func<bool> isOvertaken)
    {
        while (!_windows.TryTakeQuestion(_clock.Now, out var wait) && !_stopping.IsCancellationRequested)
        {
            if (isOvertaken())
            {
                return s_postponed;
            }

            await _clock.WaitAsync(wait).ConfigureAwait(false);
        }

        var response = await AskAsync(isOvertaken).ConfigureAwait(false);
        if (response is { Kind: ResponseKind.Confirmed, ChannelId: { } channel })
        {
            _windows.JoinChannel(channel);
        }

        _windows.AnswerQuestion(response, _clock.Now);
        return response;
    }

    private async Task<WebhookResponse> AskAsync(Func<bool> isOvertaken)
    {
        using var question = CancellationTokenSource.CreateLinkedTokenSource(_stopping);
        lock (_gate)
        {
            _question = question;
        }

        if (isOvertaken())
        {
            // Looked at after it can be hurried, so that nothing slips between.
            Hurry();
        }

        var response = await _sender.GetAsync(
            _thread.Url, new RequestSubject([], _routes), question.Token).ConfigureAwait(false);
        lock (_gate)
        {
            _question = null;
            response = _isHurried ? s_postponed : response;
        }

        await _hurrying.ConfigureAwait(false);
        _isHurried = false;
        return response;
    }

    private ResiliencePipeline<WebhookResponse> CreateRetry(RetryOptions options)
        => options.MaxAttempts == 0
            ? ResiliencePipeline<WebhookResponse>.Empty
            : new ResiliencePipelineBuilder<WebhookResponse> { TimeProvider = _clock }
                .AddRetry(new RetryStrategyOptions<WebhookResponse>
                {
                    ShouldHandle = outcome => ValueTask.FromResult(IsTriedAgain(outcome.Outcome.Result)),
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    Delay = options.Delay,
                    MaxDelay = options.MaxDelay,
                    MaxRetryAttempts = options.MaxAttempts,
                })
                .Build();

    /// <summary>Whether the same message goes again; one that may be there already has to say so first.</summary>
    private bool IsTriedAgain(WebhookResponse? response)
        => response is { Kind: ResponseKind.Transient, MayHaveArrived: false }
            && _breaker.OpenUntil <= _clock.Now
            && !_isOvertaken();

    private async Task<bool> TryTakeSlotAsync(RequestSubject subject, bool isCritical, Func<bool> isOvertaken)
    {
        var begun = _clock.Now;
        while (!_stopping.IsCancellationRequested && !_isSeized && !isOvertaken())
        {
            if (_windows.TryTake(RequestKind.Post, _windows.Channel.SlotsFor(isCritical), _clock.Now, out var wait))
            {
                WindowWaits.Record(subject, _clock.Now - begun);
                return true;
            }

            await _clock.WaitAsync(wait).ConfigureAwait(false);
        }

        return false;
    }
}
