using System.Net;
using TypedWebhookAlerts.Testing.Simulation;

namespace TypedWebhookAlerts.Testing.Transport;

/// <summary>Reaches the simulator without a socket. With no round trip it answers before it returns.</summary>
internal sealed class InMemoryHandler(SimulatorCore core, Func<string, bool> isSimulator) : HttpMessageHandler
{
    private static readonly string[] s_discordHosts =
        ["discord.com", "ptb.discord.com", "canary.discord.com", "discordapp.com"];

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
        => SendAsync(request, cancellationToken).GetAwaiter().GetResult();

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var address = request.RequestUri!;
        if (!s_discordHosts.Contains(address.Host) && !isSimulator(address.Authority))
        {
            throw new HttpRequestException(
                HttpRequestError.NameResolutionError, "In memory there is no host but Discord's.");
        }

        var body = request.Content is { } content
            ? await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false)
            : [];
        var asked = new ApiRequest
        {
            Method = request.Method.Method,
            Path = address.AbsolutePath,
            Query = address.Query,
            UserAgent = request.Headers.UserAgent.ToString(),
            ContentType = request.Content?.Headers.ContentType?.ToString(),
            Body = body,
        };
        try
        {
            return ToResponse(await core.AnswerAsync(asked, cancellationToken).ConfigureAwait(false), request);
        }
        catch (ConnectionBrokenException)
        {
            // What a socket says of it.
            throw new HttpRequestException(
                HttpRequestError.Unknown, "An error occurred while sending the request.", new IOException());
        }
    }

    private HttpResponseMessage ToResponse(ApiAnswer answer, HttpRequestMessage request)
    {
        var response = new HttpResponseMessage((HttpStatusCode)answer.Status)
        {
            RequestMessage = request,
            Content = answer.ComesWhole ? new ByteArrayContent(answer.Body) : new StreamContent(core.OpenBody(answer)),
        };
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        if (answer.ContentType is { } type)
        {
            response.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        return response;
    }
}
