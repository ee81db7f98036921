using System.Net;

namespace TypedWebhookAlerts.IntegrationTests.Scenarios;

/// <summary>Stands before the simulator and answers some requests itself, in the order planned.</summary>
internal sealed class FaultyDiscord(HttpMessageHandler discord) : DelegatingHandler(discord)
{
    private readonly Queue<Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage?>>> _plan = new();
    private int _hanging;

    /// <summary>What was posted, answered by whomever.</summary>
    public List<string> Posted { get; } = [];

    /// <summary>How many requests wait for nothing but the sender's patience, and so for the clock.</summary>
    public int Hanging => Volatile.Read(ref _hanging);

    /// <summary>Answers the next post with a status, without the simulator's knowledge.</summary>
    public FaultyDiscord ThenAnswer(HttpStatusCode status, string body = "{}", params (string Name, string Value)[] headers)
    {
        _plan.Enqueue((_, _) =>
        {
            var response = new HttpResponseMessage(status) { Content = new StringContent(body) };
            foreach (var (name, value) in headers)
            {
                response.Headers.TryAddWithoutValidation(name, value);
            }

            return Task.FromResult<HttpResponseMessage?>(response);
        });
        return this;
    }

    /// <summary>Lets the next post fail as the network does.</summary>
    public FaultyDiscord ThenFail(HttpRequestError error)
    {
        _plan.Enqueue((request, _) => throw new HttpRequestException(error, request.RequestUri!.AbsoluteUri));
        return this;
    }

    /// <summary>Lets the simulator answer the next post.</summary>
    public FaultyDiscord ThenPass()
    {
        _plan.Enqueue((_, _) => Task.FromResult<HttpResponseMessage?>(null));
        return this;
    }

    /// <summary>Does not answer the next post at all.</summary>
    public FaultyDiscord ThenHang()
    {
        _plan.Enqueue(async (_, cancellationToken) =>
        {
            var cancelled = new TaskCompletionSource();
            await using var registration = cancellationToken.Register(() =>
            {
                Interlocked.Decrement(ref _hanging);
                cancelled.SetCanceled(cancellationToken);
            });
            Interlocked.Increment(ref _hanging);
            await cancelled.Task;
            return null;
        });
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method == HttpMethod.Post)
        {
            Posted.Add(await request.Content!.ReadAsStringAsync(cancellationToken));
            if (_plan.TryDequeue(out var answer) && await answer(request, cancellationToken) is { } response)
            {
                return response;
            }
        }

        return await base.SendAsync(request, cancellationToken);
    }
}
