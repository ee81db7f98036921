using System.Net;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Delivery;

/// <summary>
/// Speaks HTTP with Discord for all lanes of a pipeline. Whatever happens is an answer here, never an exception: those
/// that HTTP throws name the address, which is a secret.
/// </summary>
internal sealed class WebhookSender : IDisposable
{
    // Discord refuses other forms (40333).
    private static readonly string s_userAgent = "DiscordBot (https://www.nuget.org/packages/TypedWebhookAlerts, "
        + (typeof(WebhookSender).Assembly.GetName().Version?.ToString(3) ?? "0.0.0") + ")";

    private static readonly WebhookResponse s_timeout =
        new() { Kind = ResponseKind.Unconfirmed, Failure = "Timeout" };

    private static readonly WebhookResponse s_hostNotTrusted = Failed(RefusedRequest.HostNotTrusted);

    private readonly HttpMessageInvoker _http;
    private readonly PublicDialer _dialer;
    private readonly bool _hasOwnHandler;
    private readonly TimeProvider _time;
    private long _timeoutTicks;

    /// <param name="options">The options at the start.</param>
    /// <param name="dialer">Makes the connections of the handler of whoever gives none.</param>
    public WebhookSender(WebhookAlertOptions options, PublicDialer? dialer = null)
    {
        _dialer = dialer ?? new PublicDialer();
        var handler = options.HttpMessageHandler?.Invoke();
        _hasOwnHandler = handler is null;
        _http = new HttpMessageInvoker(handler ?? CreateHandler(_dialer), disposeHandler: true);
        _time = options.TimeProvider;
        Configure(options);
    }

    /// <summary>How long a request may take that begins now.</summary>
    public TimeSpan Timeout => TimeSpan.FromTicks(Volatile.Read(ref _timeoutTicks));

    /// <summary>Takes the options for requests that begin from now on.</summary>
    public void Configure(WebhookAlertOptions options)
    {
        Volatile.Write(ref _timeoutTicks, options.RequestTimeout.Ticks);
        _dialer.Hosts = new WebhookHosts(options.TrustedHosts);
    }

    /// <summary>Posts a message.</summary>
    public Task<WebhookResponse> ExecuteAsync(
        WebhookUrl url, MessageBody body, RequestSubject subject, CancellationToken cancellation)
        => SendAsync(url, HttpMethod.Post, url.Execute, body, subject, cancellation);

    /// <summary>Posts a message on the calling thread: for a process that crashes, where no other may run any more. The
    /// handler needs the thread pool for a connection that is not there yet: see <see cref="PoolRelief"/>.</summary>
    /// <remarks>It is not measured: nobody is left who would collect.</remarks>
    /// <param name="url">The webhook.</param>
    /// <param name="body">The message.</param>
    /// <param name="timeout">When the request is cancelled; a handler that does not heed that is waited for. It is
    /// the system's clock that counts: in a crash no other moves.</param>
    public WebhookResponse Execute(WebhookUrl url, MessageBody body, TimeSpan timeout)
    {
        if (!_dialer.Hosts.Allow(url.Execute))
        {
            return s_hostNotTrusted;
        }

        using var own = OwnFlow.Enter();
        using var cancellation = new CancellationTokenSource(timeout);
        HttpResponseMessage? response = null;
        try
        {
            using var request = CreateRequest(HttpMethod.Post, url.Execute, body);
            response = _http.Send(request, cancellation.Token);
            return Conceal(url, Judge(body, ResponseReader.Read(response, cancellation.Token)));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return s_timeout;
        }
        catch (HttpRequestException exception)
        {
            return Failed(exception);
        }
        catch (Exception exception)
        {
            // A handler of the user's may throw anything: the lane must live on.
            return Failed(exception);
        }
        finally
        {
            LetGo(response);
        }
    }

    /// <summary>Replaces the contents of a message.</summary>
    public Task<WebhookResponse> EditAsync(
        WebhookUrl url, string messageId, MessageBody body, RequestSubject subject, CancellationToken cancellation)
        => SendAsync(url, HttpMethod.Patch, url.Message(messageId), body, subject, cancellation);

    /// <summary>Asks a webhook for its name and channel.</summary>
    public Task<WebhookResponse> GetAsync(WebhookUrl url, RequestSubject subject, CancellationToken cancellation)
        => SendAsync(url, HttpMethod.Get, url.Information, body: null, subject, cancellation);

    public void Dispose() => LetGo(_http);

    /// <summary>The handler of whoever gives none: it follows nobody elsewhere, and tells nobody where it
    /// posts.</summary>
    /// <param name="dialer">Makes its connections.</param>
    internal static SocketsHttpHandler CreateHandler(PublicDialer dialer)
        => new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ActivityHeadersPropagator = null,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            ConnectTimeout = PublicDialer.Patience,
            ConnectCallback = dialer.ConnectAsync,

            // A body that was not read to its end is abandoned with its connection, not read for the connection's sake.
            MaxResponseDrainSize = 0,
        };

    private async Task<WebhookResponse> SendAsync(
        WebhookUrl url,
        HttpMethod method,
        Uri address,
        MessageBody? body,
        RequestSubject subject,
        CancellationToken cancellation)
    {
        var measured = MeasuredRequest.Start(method, subject, _time);
        var response = Conceal(url, await SendAsync(method, address, body, cancellation).ConfigureAwait(false));
        measured.End(response);
        return response;
    }

    private async Task<WebhookResponse> SendAsync(
        HttpMethod method, Uri address, MessageBody? body, CancellationToken cancellation)
    {
        // The last messages of a lane that a reload has ended: its host may be one of those that are not trusted any
        // more.
        if (!_dialer.Hosts.Allow(address))
        {
            return s_hostNotTrusted;
        }

        using var own = OwnFlow.Enter();
        using var timeout = new CancellationTokenSource(Timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        HttpResponseMessage? response = null;
        try
        {
            response = await SendAsync(CreateRequest(method, address, body), either.Token).ConfigureAwait(false);
            return Judge(body, await ResponseReader.ReadAsync(response, either.Token).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            return s_timeout;
        }
        catch (HttpRequestException exception)
        {
            return Failed(exception);
        }
        catch (Exception exception)
        {
            // A handler of the user's may throw anything: the lane must live on.
            return Failed(exception);
        }
        finally
        {
            LetGo(response);
        }
    }

    /// <summary>Sends, and leaves a request to itself whose handler does not heed its cancellation.</summary>
    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        // On another thread: a handler of the user's may hold the one that it is called on.
        var sending = Task.Run(() => _http.SendAsync(request, cancellation), CancellationToken.None);
        try
        {
            return await sending.WaitAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!sending.IsCompleted)
        {
            _ = sending.ContinueWith(DisposeLate, TaskScheduler.Default);
            throw;
        }
    }

    /// <summary>What an answer means that says something of the files, or of the place that the route leads
    /// to.</summary>
    private static WebhookResponse Judge(MessageBody? body, WebhookResponse response)
    {
        var isTooLarge = response.Status == (int)HttpStatusCode.RequestEntityTooLarge
            || response.Code == DiscordCodes.EntityTooLarge;
        return response switch
        {
            _ when isTooLarge && body is { Files.Count: > 0 } => response with { Kind = ResponseKind.FilesRefused },
            _ when DiscordCodes.IsRouting(response.Code) => response with { Kind = ResponseKind.Dead },

            // Discord says by a code that a webhook is gone. Without one it is something before it, a relay that knows
            // no questions, and whose posts may work.
            { Kind: ResponseKind.Dead, Code: 0 } when body is null => response with { Kind = ResponseKind.Transient },
            _ => response,
        };
    }

    /// <summary>Without what repeats the address: a webhook's name is logged, and whoever answers may have called it
    /// that.</summary>
    private static WebhookResponse Conceal(WebhookUrl url, WebhookResponse response)
        => response with
        {
            Name = url.IsToldBy(response.Name) ? null : response.Name,
            Bucket = url.IsToldBy(response.Bucket) ? null : response.Bucket,
        };

    private static void DisposeLate(Task<HttpResponseMessage> sending)
    {
        // Its exception is looked at, so that nobody reports it as unobserved: it may name the address.
        if (sending.Exception is null && sending.IsCompletedSuccessfully)
        {
            LetGo(sending.Result);
        }
    }

    /// <summary>A connection that was never made has carried nothing; one that broke may have carried all of
    /// it.</summary>
    private static WebhookResponse Failed(HttpRequestException exception)
        => Failed(exception.InnerException is RefusedAddressException
            ? RefusedRequest.AddressNotPublic
            : exception.HttpRequestError.ToString()) with
        {
            MayHaveArrived = exception.HttpRequestError is not (HttpRequestError.NameResolutionError
                or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError
                or HttpRequestError.VersionNegotiationError
                or HttpRequestError.ProxyTunnelError),
        };

    /// <summary>Whatever else a handler throws, it may do so when Discord has the message. Only of our own it is known
    /// that its timeout is that of a connection that was not made.</summary>
    private WebhookResponse Failed(Exception exception)
        => Failed(exception.GetType().Name) with
        {
            MayHaveArrived = !(_hasOwnHandler
                && exception is OperationCanceledException { InnerException: TimeoutException }),
        };

    private static WebhookResponse Failed(string failure)
        => new() { Kind = ResponseKind.Transient, Failure = failure };

    /// <summary>Disposes what may be the user's. What it throws then undoes no answer, and ends no pipeline.</summary>
    private static void LetGo(IDisposable? disposable)
    {
        try
        {
            disposable?.Dispose();
        }
        catch (Exception)
        {
            // It may throw anything.
        }
    }

    private static HttpRequestMessage CreateRequest(HttpMethod method, Uri address, MessageBody? body)
    {
        var request = new HttpRequestMessage(method, address);
        request.Headers.TryAddWithoutValidation("User-Agent", s_userAgent);
        request.Content = body is null ? null : RequestContent.Create(body);
        return request;
    }
}
