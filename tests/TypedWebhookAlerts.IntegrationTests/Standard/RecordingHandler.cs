namespace TypedWebhookAlerts.IntegrationTests.Standard;

/// <summary>Keeps the bodies of what is posted, as they go over the wire.</summary>
internal sealed class RecordingHandler(HttpMessageHandler inner, List<string> bodies) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method == HttpMethod.Post)
        {
            bodies.Add(await request.Content!.ReadAsStringAsync(cancellationToken));
        }

        return await base.SendAsync(request, cancellationToken);
    }
}
