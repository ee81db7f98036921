using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace TypedWebhookAlerts.IntegrationTests.Secrecy.Living;

/// <summary>Speaks TLS with a certificate that it has signed itself, and that nobody trusts.</summary>
internal sealed class UntrustedServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly X509Certificate2 _certificate = Sign();
    private readonly Task _accepting;
    private int _handshakes;

    public UntrustedServer()
    {
        _listener.Start();
        Host = _listener.LocalEndpoint.ToString()!;
        _accepting = AcceptAsync();
    }

    /// <summary>Its host and port.</summary>
    public string Host { get; }

    /// <summary>How often somebody began to speak with it.</summary>
    public int Handshakes => Volatile.Read(ref _handshakes);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _certificate.Dispose();
        _end.Dispose();
    }

    private static X509Certificate2 Sign()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                using var socket = await _listener.AcceptSocketAsync(_end.Token);
                Interlocked.Increment(ref _handshakes);
                await ShakeHandsAsync(socket);
            }
        }
        catch (OperationCanceledException)
        {
            // The test ends.
        }
    }

    private async Task ShakeHandsAsync(Socket socket)
    {
        try
        {
            await using var stream = new SslStream(new NetworkStream(socket));
            await stream.AuthenticateAsServerAsync(
                new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _end.Token);
            await stream.ReadExactlyAsync(new byte[1], _end.Token);
        }
        catch (Exception exception) when (exception is IOException or AuthenticationException)
        {
            // The client does not trust it.
        }
    }
}
