using TypedWebhookAlerts.Delivery;

namespace TypedWebhookAlerts.Testing.Transport;

/// <summary>The pipeline's own connection, which also says when it gives up.</summary>
internal sealed class LoopbackSender(SenderPatience patience) : DelegatingHandler(WebhookSender.CreateHandler())
{
    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.TryAddWithoutValidation(SenderPatience.Header, patience.Add(cancellationToken));
        return base.SendAsync(request, cancellationToken);
    }
}
