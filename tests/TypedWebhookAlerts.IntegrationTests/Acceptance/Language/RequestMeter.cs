namespace TypedWebhookAlerts.IntegrationTests.Acceptance.Language;

/// <summary>
/// Stands before Discord and counts how many requests of one webhook are under way together. It ends with its process:
/// once cut, nothing passes.
/// </summary>
internal sealed class RequestMeter(HttpMessageHandler discord) : DelegatingHandler(discord)
{
    private readonly Lock _gate = new();
    private readonly List<(string Webhook, CancellationToken GivenUp)> _underWay = [];
    private readonly CancellationTokenSource _cut = new();

    /// <summary>The most that there were. One that its sender has given up is under way no more.</summary>
    public int Most { get; private set; }

    /// <summary>Lets nothing pass any more, and breaks what is under way.</summary>
    public void Cut() => _cut.Cancel();

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // /api/webhooks/{id}/{token}, with a version before or a message after.
        var parts = request.RequestUri!.AbsolutePath.Split('/');
        var entry = (Webhook: parts[Array.IndexOf(parts, "webhooks") + 1], cancellationToken);
        Begin(entry);
        try
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _cut.Token);
            return await base.SendAsync(request, either.Token);
        }
        finally
        {
            lock (_gate)
            {
                _underWay.Remove(entry);
            }
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _cut.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Begin((string Webhook, CancellationToken GivenUp) entry)
    {
        lock (_gate)
        {
            _underWay.Add(entry);
            Most = Math.Max(
                Most,
                _underWay.Count(other => other.Webhook == entry.Webhook && !other.GivenUp.IsCancellationRequested));
        }
    }
}
