namespace TypedWebhookAlerts.IntegrationTests.Scenarios;

/// <summary>Takes every rate limit header from the answers: what is left is the body of a 429.</summary>
internal sealed class HeaderlessDiscord(HttpMessageHandler discord) : DelegatingHandler(discord)
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        foreach (var (name, _) in response.Headers.ToList())
        {
            response.Headers.Remove(name);
        }

        return response;
    }
}
