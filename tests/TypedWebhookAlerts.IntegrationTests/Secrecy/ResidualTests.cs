using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using TypedWebhookAlerts.Delivery;
using TypedWebhookAlerts.IntegrationTests.Secrecy.Living;
using TypedWebhookAlerts.IntegrationTests.Secrecy.Searching;
using TypedWebhookAlerts.IntegrationTests.Secrecy.Sinks;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Secrecy;

/// <summary>What shows a webhook's address all the same, so that what SECURITY.md says of it stays true; and what
/// would, with
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
        await GetAsync(sentinel, OwnHandler);

        var search = new SecretSearch(sentinel);
        Assert.Contains(listener.Texts, search.IsIn);
    }

    /// <summary>It is thrown within System.Net.Http, and caught by us: nothing but a listener to all that is thrown
    /// sees
    /// it.</summary>
    [Fact]
    public async Task AListenerToEveryExceptionSeesWhatAServerRepeatsInPlaceOfHttp()
    {
        using var watch = new Watch(new Sentinel(seed: 8));
        await using var server = new HostileServer();
        var url = watch.Sentinel.Url($"http://{server.Host}", 1);
        server.Answer(1, _ => new HostileAnswers(url, watch.Sentinel.Token).Garbage());
        using var sender = new WebhookSender(new WebhookAlertOptions { TrustedHosts = { server.Host } });
        Assert.Null(WebhookUrl.TryParse(url, [server.Host], out var webhook));
        var response = await sender.GetAsync(webhook!, default, Cancellation);

        Assert.Equal("InvalidResponse", response.Reason);
        Assert.All(watch.Search.Finds, find => Assert.StartsWith(ExceptionSink.Name, find, StringComparison.Ordinal));
        Assert.NotEmpty(watch.Search.Finds);
    }

    [Fact]
    public async Task WithAnOrdinaryHandlerTracesHaveTheAddress()
    {
        using var watch = new Watch(new Sentinel(seed: 4));
        await GetAsync(watch.Sentinel, static _ => new SocketsHttpHandler());

        Assert.Contains(watch.Search.Finds, find => find.StartsWith(ActivitySink.Name, StringComparison.Ordinal));
        Assert.Contains(watch.Search.Finds, find => find.StartsWith(DiagnosticSink.Name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task WithThePipelinesOwnHandlerTheyHaveNot()
    {
        using var watch = new Watch(new Sentinel(seed: 5));
        await GetAsync(watch.Sentinel, OwnHandler);

        Assert.Empty(watch.Search.Finds);
    }

    private static SocketsHttpHandler OwnHandler(string host)
        => WebhookSender.CreateHandler(new PublicDialer { Hosts = new WebhookHosts([host]) });

    private static async Task GetAsync(Sentinel sentinel, Func<string, HttpMessageHandler> handler)
    {
        await using var server = new HostileServer();
        server.Answer(1, _ => new Reply("HTTP/1.1 204 No Content\r\n\r\n"u8.ToArray()));
        using var http = new HttpMessageInvoker(handler(server.Host));
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
