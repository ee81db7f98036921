using TypedWebhookAlerts.Delivery;

namespace TypedWebhookAlerts.Testing.Transport;

/// <summary>The pipeline's own connection, which also says when it gives up.</summary>
/// <param name="patience">Told when it gives up.</param>
/// <param name="host">The simulator's host, which may be dialled though it is this machine.</param>
internal sealed class LoopbackSender(SenderPatience patience, string host)
    : DelegatingHandler(WebhookSender.CreateHandler(new PublicDialer { Hosts = new WebhookHosts([host]) }))
{
    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.TryAddWithoutValidation(SenderPatience.Header, patience.Add(cancellationToken));
        return base.SendAsync(request, cancellationToken);
    }
}
