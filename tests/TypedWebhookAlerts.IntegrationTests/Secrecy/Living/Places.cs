using System.Net;
using System.Net.Sockets;

namespace TypedWebhookAlerts.IntegrationTests.Secrecy.Living;

/// <summary>Where the webhooks of a life lie.</summary>
internal sealed class Places : IAsyncDisposable
{
    private readonly UntrustedServer _untrusted = new();

    /// <summary>The server that answers.</summary>
    public HostileServer Server { get; } = new();

    public string Answering => $"http://{Server.Host}";

    /// <summary>A port that nobody listens to.</summary>
    public string Closed { get; } = $"http://127.0.0.1:{FindClosedPort()}";

    /// <summary>A name that no resolver knows. Source: RFC 6761, 6.4.</summary>
    public string Unresolved { get; } = "https://webhooks.invalid";

    /// <summary>A server with a certificate that nobody trusts.</summary>
    public string Untrusted => $"https://{_untrusted.Host}";

    public int Handshakes => _untrusted.Handshakes;

    /// <summary>The hosts that the options must trust.</summary>
    public string Hosts
        => string.Join(
            ',', new[] { Answering, Closed, Unresolved, Untrusted }.Select(place => new Uri(place).Authority));

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await _untrusted.DisposeAsync();
    }

    private static int FindClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
