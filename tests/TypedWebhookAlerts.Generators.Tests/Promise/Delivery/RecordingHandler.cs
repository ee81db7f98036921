namespace TypedWebhookAlerts.Generators.Tests.Promise.Delivery;

/// <summary>Keeps every body on its way to the simulator, with the answer.</summary>
internal sealed class RecordingHandler(HttpMessageHandler discord) : DelegatingHandler(discord)
{
    private readonly Lock _gate = new();
    private readonly List<Exchange> _exchanges = [];

    public IReadOnlyList<Exchange> Exchanges
    {
        get
        {
            lock (_gate)
            {
                return [.. _exchanges];
            }
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : null;
        var response = await base.SendAsync(request, cancellationToken);
        var answer = await response.Content.ReadAsStringAsync(cancellationToken);
        lock (_gate)
        {
            _exchanges.Add(new Exchange(request.Method, body, response.StatusCode, answer));
        }

        return response;
    }
}
