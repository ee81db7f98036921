using System.Net;
using TypedWebhookAlerts.Testing;

namespace TypedWebhookAlerts.IntegrationTests.Scenarios;

/// <summary>Stands before the simulator and answers some requests itself, in the order planned: posts, unless
/// another method is named before.</summary>
internal sealed class FaultyDiscord(HttpMessageHandler discord) : DelegatingHandler(discord)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<
        HttpMethod, Queue<Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage?>>>> _plans = [];
    private HttpMethod _planned = HttpMethod.Post;
    private int _hanging;

    /// <summary>What was posted, answered by whomever.</summary>
    public List<string> Posted { get; } = [];

    /// <summary>What was asked, answered by whomever: the method, and when, by the given clock.</summary>
    public List<(HttpMethod Method, string Path, DateTimeOffset At)> Requests { get; } = [];

    /// <summary>The clock of <see cref="Requests"/>.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Answers any request, for as long as it is set, before all plans; null lets one pass.</summary>
    public Func<HttpRequestMessage, string, HttpResponseMessage?>? Outage { get; set; }

    /// <summary>How many requests wait for nothing but the sender's patience, and so for the clock.</summary>
    public int Hanging => Volatile.Read(ref _hanging);

    /// <summary>Plans for requests of a method from here on.</summary>
    public FaultyDiscord On(HttpMethod method)
    {
        _planned = method;
        return this;
    }

    /// <summary>Answers all requests of a webhook in the same way until it is healed.</summary>
    public void Break(SimulatedWebhook webhook, HttpStatusCode status, string body = "{}")
        => Outage = (request, _) => request.RequestUri!.AbsolutePath.Contains(
            $"/{webhook.Id}/", StringComparison.Ordinal)
            ? new HttpResponseMessage(status) { Content = new StringContent(body) }
            : null;

    /// <summary>Forgets what is planned.</summary>
    public void Heal()
    {
        Outage = null;
        lock (_gate)
        {
            _plans.Clear();
        }
    }

    /// <summary>Answers the next post with a status, without the simulator's knowledge.</summary>
    public FaultyDiscord ThenAnswer(
        HttpStatusCode status, string body = "{}", params (string Name, string Value)[] headers)
    {
        Plan((_, _) =>
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
        Plan((request, _) => throw new HttpRequestException(error, request.RequestUri!.AbsoluteUri));
        return this;
    }

    /// <summary>Lets the simulator answer the next post.</summary>
    public FaultyDiscord ThenPass()
    {
        Plan((_, _) => Task.FromResult<HttpResponseMessage?>(null));
        return this;
    }

    /// <summary>Does not answer the next post at all.</summary>
    /// <param name="heedsCancellation">Whether it ends when the sender gives up.</param>
    public FaultyDiscord ThenHang(bool heedsCancellation = true)
    {
        Plan(async (_, cancellationToken) =>
        {
            var cancelled = new TaskCompletionSource();
            await using var registration = cancellationToken.Register(() =>
            {
                Interlocked.Decrement(ref _hanging);
                if (heedsCancellation)
                {
                    cancelled.SetCanceled(cancellationToken);
                }
            });
            Interlocked.Increment(ref _hanging);
            await cancelled.Task;
            return null;
        });
        return this;
    }

    /// <summary>Lets the next post hold the very thread that posts, whatever becomes of its patience.</summary>
    public FaultyDiscord ThenBlock(WaitHandle released)
    {
        Plan((_, cancellationToken) =>
        {
            Interlocked.Increment(ref _hanging);
            using var registration = cancellationToken.Register(() => Interlocked.Decrement(ref _hanging));
            released.WaitOne();
            return Task.FromResult<HttpResponseMessage?>(null);
        });
        return this;
    }

    /// <summary>Lets the next post pass, and spoils what comes back of it.</summary>
    public FaultyDiscord ThenSpoil(Func<HttpResponseMessage, HttpResponseMessage?> spoil)
    {
        Plan(async (request, cancellationToken) => spoil(await base.SendAsync(request, cancellationToken)));
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : "";
        lock (_gate)
        {
            Requests.Add((request.Method, request.RequestUri!.AbsolutePath, Time.GetUtcNow()));
        }

        if (Outage?.Invoke(request, body) is { } outage)
        {
            Next(request.Method, body, isOut: true);
            return outage;
        }

        return Next(request.Method, body) is { } answer && await answer(request, cancellationToken) is { } response
            ? response
            : await base.SendAsync(request, cancellationToken);
    }

    private void Plan(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage?>> answer)
    {
        lock (_gate)
        {
            if (!_plans.TryGetValue(_planned, out var plan))
            {
                _plans[_planned] = plan = new();
            }

            plan.Enqueue(answer);
        }
    }

    private Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage?>>? Next(
        HttpMethod method, string body, bool isOut = false)
    {
        lock (_gate)
        {
            if (method == HttpMethod.Post)
            {
                Posted.Add(body);
            }

            return !isOut && _plans.TryGetValue(method, out var plan) && plan.TryDequeue(out var answer)
                ? answer
                : null;
        }
    }
}
