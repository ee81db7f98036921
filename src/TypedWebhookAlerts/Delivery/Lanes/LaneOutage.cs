using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.Delivery;

/// <summary>Says in the application's log that a webhook fails: once an outage, however many messages it takes, and at
/// its end how many there were.</summary>
/// <remarks>Used by its lane only.</remarks>
/// <param name="webhook">The webhook, as it may be shown.</param>
/// <param name="log">The log.</param>
internal sealed class LaneOutage(string webhook, ILogger log)
{
    private int _failed;
    private bool _hasToldFailure;
    private bool _hasToldUncertainty;
    private bool _hasToldNoMessage;

    /// <summary>A message was answered, or was not.</summary>
    /// <param name="response">What came back, after all that was tried.</param>
    /// <param name="alerts">How many alerts it carried.</param>
    public void Heed(WebhookResponse response, int alerts)
    {
        switch (response.Kind)
        {
            case ResponseKind.Transient:
                _failed++;
                if (!_hasToldFailure)
                {
                    _hasToldFailure = true;
                    log.WebhookFails(webhook, response.Reason, alerts);
                }

                break;
            case ResponseKind.Unconfirmed:
                _failed++;
                if (!_hasToldUncertainty)
                {
                    _hasToldUncertainty = true;
                    log.Unconfirmed(webhook, alerts);
                }

                break;
            case ResponseKind.Confirmed:
                End();
                TellIfThereIsNoMessage(response);
                break;
        }
    }

    private void End()
    {
        var failed = _failed;
        _failed = 0;
        _hasToldFailure = false;
        _hasToldUncertainty = false;
        if (failed > 0)
        {
            log.OutageIsOver(webhook, failed);
        }
    }

    /// <summary>A 2xx is Discord's word that it has the request, and counts. That it comes without the message is worth
    /// a line: with <c>wait=true</c> Discord answers with it.</summary>
    private void TellIfThereIsNoMessage(WebhookResponse response)
    {
        if (response.Id is null && !_hasToldNoMessage)
        {
            _hasToldNoMessage = true;
            log.NoMessageInAnswer(webhook, response.Status);
        }
    }
}
