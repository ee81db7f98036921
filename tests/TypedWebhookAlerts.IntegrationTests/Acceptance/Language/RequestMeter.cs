using System.Collections.Concurrent;

namespace TypedWebhookAlerts.IntegrationTests.Acceptance.Language;

/// <summary>
/// Stands before Discord and counts how many requests of one webhook are under way together. It ends with its process:
/// once cut, nothing passes.
/// </summary>
internal sealed class RequestMeter(HttpMessageHandler discord) : DelegatingHandler(discord)
{
    private readonly ConcurrentDictionary<string, int> _underWay = [];
    private readonly CancellationTokenSource _cut = new();
    private int _most;

    /// <summary>The most that there were.</summary>
    public int Most => Volatile.Read(ref _most);

    /// <summary>Lets nothing pass any more, and breaks what is under way.</summary>
    public void Cut() => _cut.Cancel();

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var webhook = request.RequestUri!.AbsolutePath.Split('/')[^2];
        webhook = request.Method == HttpMethod.Patch ? request.RequestUri.AbsolutePath.Split('/')[^4] : webhook;
        var now = _underWay.AddOrUpdate(webhook, 1, (_, count) => count + 1);
        for (var most = Most; now > most; most = Most)
        {
            Interlocked.CompareExchange(ref _most, now, most);
        }

        try
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _cut.Token);
            return await base.SendAsync(request, either.Token);
        }
        finally
        {
            _underWay.AddOrUpdate(webhook, 0, (_, count) => count - 1);
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
}
