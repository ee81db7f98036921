using System.Net;
using TypedWebhookAlerts.IntegrationTests.Secrecy.Sinks;

namespace TypedWebhookAlerts.IntegrationTests.Secrecy.Living;

/// <summary>A pipeline without a host: what it has to say goes to standard error.</summary>
internal static class HostlessLife
{
    /// <summary>Its webhook is gone, and it has no file: its log holds what it could not deliver.</summary>
    public static async Task LiveAsync(Watch watch, Places places)
    {
        var id = watch.Sentinel.Id - 1;
        var url = watch.Sentinel.Url(places.Answering, id);
        var answers = new HostileAnswers(url, watch.Sentinel.Token);
        places.Server.Answer(id, request => request.Method == "GET"
            ? answers.Information(request)
            : answers.Error(HttpStatusCode.NotFound, 10015));
        await using var pipeline = WebhookAlerts.Start(options =>
        {
            options.Route("error", url).TimeProvider = new QuickTime();
            options.TrustedHosts.Add(places.Server.Host);
            options.Fallback.Path = null;
        });
        watch.Look("outcome", await pipeline.Steady("The shop").Delivered.WaitAsync(LogSink.Patience));
        watch.Look("checks", await pipeline.VerifyAsync());
    }
}
