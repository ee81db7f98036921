using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace TypedWebhookAlerts.IntegrationTests.Dialling;

/// <summary>Claims on loopback to be discord.com, with a certificate that nobody vouches for; on request behind a
/// proxy's CONNECT.</summary>
internal sealed class LoopbackTls : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 _certificate = CreateCertificate();
    private readonly bool _isProxy;

    public LoopbackTls(bool isProxy = false)
    {
        _isProxy = isProxy;
        _listener.Start();
        Served = ServeAsync();
    }

    public IPEndPoint Address => (IPEndPoint)_listener.LocalEndpoint;

    /// <summary>What the first connection brought: the request to the proxy, and what came through TLS.</summary>
    public Task<(string ToProxy, string Through)> Served { get; }

    public void Dispose()
    {
        _listener.Dispose();
        _certificate.Dispose();
    }

    private async Task<(string ToProxy, string Through)> ServeAsync()
    {
        using var client = await _listener.AcceptTcpClientAsync();
        var stream = client.GetStream();
        var toProxy = string.Empty;
        if (_isProxy)
        {
            while (!toProxy.EndsWith("\r\n\r\n", StringComparison.Ordinal))
            {
                toProxy += await ReadAsync(stream);
            }

            await stream.WriteAsync("HTTP/1.1 200 Go on\r\n\r\n"u8.ToArray());
        }

        await using var tls = new SslStream(stream);
        try
        {
            await tls.AuthenticateAsServerAsync(_certificate);
            return (toProxy, await ReadAsync(tls));
        }
        catch (Exception exception) when (exception is AuthenticationException or IOException)
        {
            return (toProxy, string.Empty);
        }
    }

    private static async Task<string> ReadAsync(Stream stream)
    {
        var bytes = new byte[4096];
        return Encoding.ASCII.GetString(bytes, 0, await stream.ReadAsync(bytes));
    }

    private static X509Certificate2 CreateCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("discord.com");
        var request = new CertificateRequest("CN=discord.com", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }
}
