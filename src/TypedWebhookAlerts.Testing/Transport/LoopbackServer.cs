using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Testing.Simulation;

namespace TypedWebhookAlerts.Testing.Transport;

/// <summary>Reaches the simulator over real HTTP on loopback, at a port that the system picks.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly SimulatorCore _core;
    private readonly SenderPatience _patience;
    private readonly WebApplication _application;

    private LoopbackServer(SimulatorCore core, SenderPatience patience)
    {
        _core = core;
        _patience = patience;
        // Settings of the process (ASPNETCORE_URLS, appsettings.json) must not move the port.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            // The model itself answers what is too large.
            server.Limits.MaxRequestBodySize = null;
            server.Listen(IPAddress.Loopback, 0);
        });
        _application = builder.Build();
        _application.Run(AnswerAsync);
    }

    public string Host { get; private set; } = "";

    public static async Task<LoopbackServer> StartAsync(
        SimulatorCore core, SenderPatience patience, CancellationToken cancellationToken)
    {
        var server = new LoopbackServer(core, patience);
        try
        {
            await server._application.StartAsync(cancellationToken).ConfigureAwait(false);
            server.Host = new Uri(server._application.Urls.Single()).Authority;
            return server;
        }
        catch
        {
            await server.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(
            context.RequestAborted, _patience.Take(context.Request.Headers[SenderPatience.Header]));
        try
        {
            var request = await ReadAsync(context.Request, gone.Token).ConfigureAwait(false);
            var answer = await _core.AnswerAsync(request, gone.Token).ConfigureAwait(false);
            await WriteAsync(context.Response, answer, gone.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException or ConnectionBrokenException)
        {
            // The sender is gone, the simulator is being disposed, or a fault was planned: a lost connection.
            context.Abort();
        }
    }

    private static async Task<ApiRequest> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken).ConfigureAwait(false);
        return new ApiRequest
        {
            Method = request.Method,
            Path = request.Path.ToUriComponent(),
            Query = request.QueryString.ToUriComponent(),
            UserAgent = request.Headers.UserAgent.ToString(),
            ContentType = request.ContentType,
            Body = body.ToArray(),
        };
    }

    private async Task WriteAsync(HttpResponse response, ApiAnswer answer, CancellationToken cancellationToken)
    {
        response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers[name] = value;
        }

        if (answer.ContentType is not { } type)
        {
            return;
        }

        response.ContentType = type;
        if (answer.ComesWhole)
        {
            response.ContentLength = answer.Body.Length;
            await response.Body.WriteAsync(answer.Body, cancellationToken).ConfigureAwait(false);
            return;
        }

        // Else the head would wait for the first of the body.
        await response.Body.FlushAsync(cancellationToken).ConfigureAwait(false);
        await CopyAsync(answer, response.Body, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends each part of a body on when it is there.</summary>
    private async Task CopyAsync(ApiAnswer answer, Stream target, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _core.Abandoned);
        using var body = _core.OpenBody(answer);
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await body.ReadAsync(buffer, either.Token).ConfigureAwait(false)) > 0)
        {
            await target.WriteAsync(buffer.AsMemory(0, read), either.Token).ConfigureAwait(false);
            await target.FlushAsync(either.Token).ConfigureAwait(false);
        }
    }
}
