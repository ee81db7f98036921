using TypedWebhookAlerts.Testing.Simulation;

namespace TypedWebhookAlerts.Testing.Transport;

/// <summary>What both transports ask: a request goes there, Discord decides, the answer comes back.</summary>
internal sealed class SimulatorCore(WebhookApi api, RoundTripDelay delay, Action<SimulatedMessage> changed)
{
    /// <summary>Cancelled when the simulator is disposed.</summary>
    public CancellationToken Abandoned => delay.Abandoned;

    /// <exception cref="ConnectionBrokenException">The connection breaks instead of an answer.</exception>
    public async Task<ApiAnswer> AnswerAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        await delay.ThereAsync(cancellationToken).ConfigureAwait(false);
        var answer = api.Decide(request, out var entry);
        if (answer.Changed is { } message)
        {
            changed(message);
        }

        // From here on a sender that gives up does not know what Discord did.
        await delay.BackAsync(cancellationToken).ConfigureAwait(false);
        if (answer.Course == AnswerCourse.Hangs)
        {
            await delay.ForEverAsync(cancellationToken).ConfigureAwait(false);
        }

        if (answer.Course == AnswerCourse.Breaks)
        {
            throw new ConnectionBrokenException();
        }

        api.Timeline.Answered(entry, delay.Clock.GetUtcNow());
        return answer;
    }

    /// <summary>The body of an answer that does not come whole.</summary>
    public Stream OpenBody(ApiAnswer answer) => new AnswerBody(answer, delay);
}
