using System.Net;
using System.Net.Sockets;

namespace TypedWebhookAlerts.Delivery;

/// <summary>
/// Makes the connections of the library's own handler. A host's name is resolved here, and only an address that was
/// looked at is dialled: who rules a name, or the answers for it, cannot lead a webhook to a place inside. A trusted
/// host may be anywhere.
/// </summary>
/// <remarks>Behind a proxy it is the proxy that is dialled, as the application's surroundings name it, and that
/// resolves the host's name. May be called from any thread.</remarks>
internal sealed class PublicDialer
{
    /// <summary>How long a connection may take to be made, over all addresses of its host.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Func<string, CancellationToken, Task<IPAddress[]>> _resolve;
    private readonly Func<IPEndPoint, CancellationToken, ValueTask<Stream>> _connect;
    private readonly TimeProvider _time;
    private volatile WebhookHosts _hosts = WebhookHosts.Discord;

    /// <param name="resolve">Finds the addresses of a name; the system by default.</param>
    /// <param name="connect">Connects to an address; over TCP by default.</param>
    /// <param name="time">The clock of each address's share; the system's by default, as the handler's is.</param>
    public PublicDialer(
        Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null,
        Func<IPEndPoint, CancellationToken, ValueTask<Stream>>? connect = null,
        TimeProvider? time = null)
    {
        _resolve = resolve ?? Dns.GetHostAddressesAsync;
        _connect = connect ?? ConnectOverTcpAsync;
        _time = time ?? TimeProvider.System;
    }

    /// <summary>The hosts that are trusted from now on.</summary>
    public WebhookHosts Hosts
    {
        get => _hosts;
        set => _hosts = value;
    }

    /// <summary>What <see cref="SocketsHttpHandler.ConnectCallback"/> is.</summary>
    /// <exception cref="RefusedAddressException">The host is not trusted, and none of its addresses is
    /// public.</exception>
    public ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var isFree = IsOfProxy(context) || Hosts.IsTrusted(context.InitialRequestMessage.RequestUri!);
        return DialAsync(context.DnsEndPoint, isFree ? static _ => true : PublicAddress.Is, cancellation);
    }

    /// <summary>Whether a proxy is dialled: it is asked to connect (which we ask of nobody else), or it is not where
    /// the request goes.</summary>
    private static bool IsOfProxy(SocketsHttpConnectionContext context)
        => context.InitialRequestMessage is not { RequestUri: { } address } request
            || request.Method == HttpMethod.Connect
            || address.Port != context.DnsEndPoint.Port
            || !context.DnsEndPoint.Host.Trim('[', ']').Equals(address.IdnHost, StringComparison.OrdinalIgnoreCase);

    private async ValueTask<Stream> DialAsync(
        DnsEndPoint host, Func<IPAddress, bool> isAllowed, CancellationToken cancellation)
    {
        var begun = _time.GetTimestamp();
        var found = await _resolve(host.Host, cancellation).ConfigureAwait(false);
        var allowed = Array.FindAll(found, address => isAllowed(address));
        Exception failure = found.Length == 0 ? new SocketException((int)SocketError.HostNotFound)
            : new RefusedAddressException();
        for (var i = 0; i < allowed.Length; i++)
        {
            // An address that does not answer leaves the others their share.
            var left = Patience - _time.GetElapsedTime(begun);
            var share = (left > TimeSpan.Zero ? left : TimeSpan.Zero) / (allowed.Length - i);
            try
            {
                return await DialAsync(new IPEndPoint(allowed[i], host.Port), share, cancellation)
                    .ConfigureAwait(false);
            }
            catch (SocketException exception)
            {
                failure = exception;
            }
        }

        throw failure;
    }

    private async ValueTask<Stream> DialAsync(IPEndPoint address, TimeSpan share, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(share, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            return await _connect(address, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new SocketException((int)SocketError.TimedOut);
        }
        catch (OperationCanceledException)
        {
            throw new OperationCanceledException(cancellation);
        }
    }

    private static async ValueTask<Stream> ConnectOverTcpAsync(IPEndPoint address, CancellationToken cancellation)
    {
        // Without Nagle's delay, as the handler makes its own.
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address, cancellation).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
