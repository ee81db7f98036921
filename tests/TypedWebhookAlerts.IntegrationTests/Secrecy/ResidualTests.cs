using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using TypedWebhookAlerts.Delivery;
using TypedWebhookAlerts.IntegrationTests.Secrecy.Living;
using TypedWebhookAlerts.IntegrationTests.Secrecy.Searching;
using TypedWebhookAlerts.IntegrationTests.Secrecy.Sinks;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Secrecy;

/// <summary>What shows a webhook's address all the same, so that what SECURITY.md says of it stays true; and what would, with
/// another handler than the pipeline's own.</summary>
[Collection(Alone.Name)]
public sealed class ResidualTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AnEventSourceListenerOnSystemNetHttpSeesThePath()
    {
        var sentinel = new Sentinel(seed: 3);
        using var listener = new HttpEvents();
        using var handler = WebhookSender.CreateHandler();
        await GetAsync(sentinel, handler);

        var search = new SecretSearch(sentinel);
        Assert.Contains(listener.Texts, search.IsIn);
    }

    [Fact]
    public async Task WithAnOrdinaryHandlerTracesHaveTheAddress()
    {
        using var watch = new Watch(new Sentinel(seed: 4));
        using var handler = new SocketsHttpHandler();
        await GetAsync(watch.Sentinel, handler);

        Assert.Contains(watch.Search.Finds, find => find.StartsWith(ActivitySink.Name, StringComparison.Ordinal));
        Assert.Contains(watch.Search.Finds, find => find.StartsWith(DiagnosticSink.Name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task WithThePipelinesOwnHandlerTheyHaveNot()
    {
        using var watch = new Watch(new Sentinel(seed: 5));
        using var handler = WebhookSender.CreateHandler();
        await GetAsync(watch.Sentinel, handler);

        Assert.Empty(watch.Search.Finds);
    }

    private static async Task GetAsync(Sentinel sentinel, HttpMessageHandler handler)
    {
        await using var server = new HostileServer();
        server.Answer(1, _ => new Reply("HTTP/1.1 204 No Content\r\n\r\n"u8.ToArray()));
        using var http = new HttpMessageInvoker(handler, disposeHandler: false);
        using var request = new HttpRequestMessage(HttpMethod.Get, sentinel.Url($"http://{server.Host}", 1));
        using var response = await http.SendAsync(request, Cancellation);
    }

    private sealed class HttpEvents : EventListener
    {
        private readonly ConcurrentQueue<string> _texts = new();

        public IReadOnlyList<string> Texts => [.. _texts];

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "System.Net.Http")
            {
                EnableEvents(eventSource, EventLevel.Informational);
            }
        }

        // It may be called before the constructor has run.
        protected override void OnEventWritten(EventWrittenEventArgs eventData)
            => _texts?.Enqueue(string.Join(' ', eventData.Payload ?? (IReadOnlyList<object?>)[]));
    }
}
