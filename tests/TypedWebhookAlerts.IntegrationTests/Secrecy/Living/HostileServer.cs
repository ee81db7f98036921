using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TypedWebhookAlerts.IntegrationTests.Secrecy.Living;

/// <summary>A server on loopback that answers each webhook as it is told, byte by byte.</summary>
internal sealed class HostileServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<ulong, Func<SeenRequest, Reply>> _webhooks = new();
    private readonly ConcurrentQueue<SeenRequest> _seen = new();
    private readonly Task _accepting;

    public HostileServer()
    {
        _listener.Start();
        Host = _listener.LocalEndpoint.ToString()!;
        _accepting = AcceptAsync();
    }

    /// <summary>Its host and port.</summary>
    public string Host { get; }

    /// <summary>The requests that reached it.</summary>
    public IReadOnlyList<SeenRequest> Seen => [.. _seen];

    /// <summary>Says how a webhook answers.</summary>
    public void Answer(ulong webhook, Func<SeenRequest, Reply> answer) => _webhooks[webhook] = answer;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(ServeAsync(await _listener.AcceptSocketAsync(_end.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        try
        {
            await using var stream = new NetworkStream(socket, ownsSocket: true);
            while (await ReadAsync(stream) is { } request)
            {
                _seen.Enqueue(request);
                var reply = _webhooks.TryGetValue(request.Webhook, out var answer)
                    ? answer(request)
                    : new Reply([], Closes: true);
                await stream.WriteAsync(reply.Bytes ?? [], _end.Token);
                if (reply.Bytes is null)
                {
                    await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, _end.Token);
                }

                if (reply.Closes)
                {
                    return;
                }
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // The client has gone, or the test ends.
        }
    }

    /// <summary>Reads a request with its body; null at the end of the connection.</summary>
    private async Task<SeenRequest?> ReadAsync(NetworkStream stream)
    {
        var head = new List<byte>();
        var next = new byte[1];
        while (!EndsHead(head))
        {
            if (await stream.ReadAsync(next, _end.Token) == 0)
            {
                return null;
            }

            head.Add(next[0]);
        }

        var lines = Encoding.ASCII.GetString([.. head]).Split("\r\n");
        var body = new byte[LengthOf(lines)];
        await stream.ReadExactlyAsync(body, _end.Token);
        var (method, path) = lines[0].Split(' ') is [var first, var second, ..] ? (first, second) : ("", "");
        var id = path.Split('/') is ["", "api", "webhooks", var digits, ..]
            && ulong.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        return new SeenRequest(method, path, id, Encoding.UTF8.GetString(body));
    }

    private static bool EndsHead(List<byte> head) => head is [.., (byte)'\r', (byte)'\n', (byte)'\r', (byte)'\n'];

    private static int LengthOf(string[] lines)
    {
        const string Length = "Content-Length:";
        var line = Array.Find(lines, line => line.StartsWith(Length, StringComparison.OrdinalIgnoreCase));
        return line is null ? 0 : int.Parse(line[Length.Length..], CultureInfo.InvariantCulture);
    }
}
