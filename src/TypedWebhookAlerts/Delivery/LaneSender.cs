using Polly;
using Polly.Retry;

namespace TypedWebhookAlerts.Delivery;

/// <summary>Sends one lane's requests: within its windows, and again after failures that pass.</summary>
internal sealed class LaneSender
{
    private static readonly WebhookResponse s_postponed = new() { Kind = ResponseKind.Postponed };

    private readonly WebhookUrl _url;
    private readonly WebhookSender _sender;
    private readonly RateWindows _windows;
    private readonly LaneClock _clock;
    private readonly CancellationToken _stopping;
    private readonly ResiliencePipeline<WebhookResponse> _retry;

    public LaneSender(
        WebhookUrl url, WebhookSender sender, RateWindows windows, LaneClock clock, CancellationToken stopping)
    {
        _url = url;
        _sender = sender;
        _windows = windows;
        _clock = clock;
        _stopping = stopping;
        _retry = CreateRetry(clock);
    }

    /// <summary>Posts a message whose first slot is taken.</summary>
    /// <param name="payload">The request's body.</param>
    /// <param name="isCritical">Whether it may use the slots kept for Critical, and is rather posted twice than
    /// never.</param>
    /// <param name="isOvertaken">Whether something more urgent waits by now: then it is not tried again yet.</param>
    public async Task<WebhookResponse> PostAsync(byte[] payload, bool isCritical, Func<bool> isOvertaken)
    {
        var hasSlot = true;
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
            if (!hasSlot && !await TryTakeSlotAsync(isCritical, isOvertaken).ConfigureAwait(false))
            {
                return s_postponed;
            }

            hasSlot = false;
            var response = await _sender.ExecuteAsync(_url, payload, _stopping).ConfigureAwait(false);
            _windows.Answer(RequestKind.Post, response, _clock.Now);
            return response.Kind == ResponseKind.Unconfirmed && isCritical && !_stopping.IsCancellationRequested
                ? response with { Kind = ResponseKind.Transient }
                : response;
        }
    }

    /// <summary>Edits a message; the slot is taken. A failure is not repeated: the next edit shows more anyway.</summary>
    public async Task<WebhookResponse> EditAsync(string messageId, byte[] payload)
    {
        var response = await _sender.EditAsync(_url, messageId, payload, _stopping).ConfigureAwait(false);
        _windows.Answer(RequestKind.Patch, response, _clock.Now);
        return response;
    }

    /// <summary>Asks the webhook for its channel, whose window it shares.</summary>
    public async Task<WebhookResponse> IdentifyAsync()
    {
        while (!_windows.TryTakeQuestion(_clock.Now, out var wait) && !_stopping.IsCancellationRequested)
        {
            await _clock.WaitAsync(wait).ConfigureAwait(false);
        }

        var response = await _sender.GetAsync(_url, _stopping).ConfigureAwait(false);
        if (response is { Kind: ResponseKind.Confirmed, ChannelId: { } channel })
        {
            _windows.JoinChannel(channel);
        }

        _windows.AnswerQuestion(response, _clock.Now);
        return response;
    }

    private static ResiliencePipeline<WebhookResponse> CreateRetry(LaneClock clock)
        => new ResiliencePipelineBuilder<WebhookResponse> { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions<WebhookResponse>
            {
                ShouldHandle = static outcome
                    => ValueTask.FromResult(outcome.Outcome.Result?.Kind == ResponseKind.Transient),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = TimeSpan.FromSeconds(1),
                MaxDelay = TimeSpan.FromSeconds(16),
                MaxRetryAttempts = 5,
            })
            .Build();

    private async Task<bool> TryTakeSlotAsync(bool isCritical, Func<bool> isOvertaken)
    {
        while (!_stopping.IsCancellationRequested && !isOvertaken())
        {
            if (_windows.TryTake(RequestKind.Post, _windows.Channel.SlotsFor(isCritical), _clock.Now, out var wait))
            {
                return true;
            }

            await _clock.WaitAsync(wait).ConfigureAwait(false);
        }

        return false;
    }
}
