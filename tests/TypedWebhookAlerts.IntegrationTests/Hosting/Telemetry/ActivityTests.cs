using System.Diagnostics;
using System.Diagnostics.Metrics;
using TypedWebhookAlerts.IntegrationTests.Lifecycle;
using TypedWebhookAlerts.IntegrationTests.Scenarios;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Hosting.Telemetry;

/// <summary>Each request to Discord is an activity, through a real host and OpenTelemetry's SDK.</summary>
[Collection(OnAmbient.Name)]
public sealed class ActivityTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AMessageOfSeveralAlertsIsOneRootActivityOfItsRoute()
    {
        await using var host = new ObservedHost(routes: ["error"]);
        using var caller = new Activity("caller").Start();
        await host.Run.StartAsync(Cancellation);
        host.Pipeline.Numbered(1);
        host.Pipeline.Numbered(2);
        Assert.True(host.Run.Flush());

        var post = Assert.Single(host.Activities, activity => activity.DisplayName == "POST error");
        Assert.Equal((ActivityKind.Client, ActivityStatusCode.Unset, null), (post.Kind, post.Status, post.Parent));
        Assert.Equal(default, post.ParentSpanId);
        Assert.Equal(
            "http.request.method=POST http.response.status_code=200 webhook_alerts.alert.count=2 "
                + "webhook_alerts.route=error",
            Tags(post));
        Assert.Equal("GET error", Assert.Single(host.Activities, activity => activity != post).DisplayName);
    }

    [Fact]
    public async Task AFailedTryIsAnErrorAndTheNextOneSaysThatItIsOne()
    {
        await using var host = new ObservedHost(routes: ["error"]);
        await host.Run.StartAsync(Cancellation);
        host.Run.Discord.Faults.Next().OnPosts().AnswerWith(Fault.Unavailable);
        host.Pipeline.Numbered(1);
        Assert.True(host.Run.Flush());

        var posts = host.Activities.Where(activity => activity.DisplayName == "POST error").ToList();
        Assert.Equal((ActivityStatusCode.Error, "status 503"), (posts[0].Status, posts[0].StatusDescription));
        Assert.Equal("503", posts[0].GetTagItem("error.type"));
        Assert.Null(posts[0].GetTagItem("http.request.resend_count"));
        Assert.Equal(ActivityStatusCode.Unset, posts[1].Status);
        Assert.Equal(1, posts[1].GetTagItem("http.request.resend_count"));
    }

    [Fact]
    public async Task ARequestThatNobodyAnswersHasTheKindOfItsFailure()
    {
        await using var host = new ObservedHost(routes: ["error"]);
        await host.Run.StartAsync(Cancellation);
        host.Run.Discord.Faults.Next().OnPosts().AnswerWith(Fault.Hang);
        host.Pipeline.Numbered(1);
        Assert.True(host.Run.Flush());

        var post = host.Activities.First(activity => activity.DisplayName == "POST error");
        Assert.Equal(("timeout", null), (post.GetTagItem("error.type"), post.GetTagItem("http.response.status_code")));
    }

    [Fact]
    public async Task NoTagAndNoActivityHoldsAnythingOfTheWebhookOrOfAnAlert()
    {
        await using var host = new ObservedHost();
        await host.Run.StartAsync(Cancellation);
        host.Pipeline.WorkerStopped("sentinel-4711");
        Assert.True(host.Run.Flush());
        host.Pipeline.WorkerStopped("sentinel-4711");
        Assert.True(host.Run.Flush());
        host.Run.Discord.Faults.Next().OnPosts().AnswerWith(Fault.Reset)
            .Next().OnPosts().AnswerWith(Fault.Hang)
            .Next().OnPosts().AnswerWith(Fault.RateLimited(RateLimitScope.User, TimeSpan.FromSeconds(1)));
        host.Pipeline.DatabaseDown("sentinel-4711");
        host.Pipeline.LowOn("sentinel-4711");
        host.Run.Run(TimeSpan.FromMinutes(1));
        Assert.True(host.Run.Flush());
        host.Run.Discord.Faults.OnPosts().AnswerWith(Fault.WebhookDeleted);
        host.Pipeline.NeverFolded(4711);
        Assert.True(host.Run.Flush());
        await host.Pipeline.VerifyAsync(Cancellation);

        host.Measured();
        var seen = host.Tags.Concat(host.Activities.SelectMany(Texts)).ToList();
        Assert.True(seen.Count > 50);
        string[] secrets = ["4711", "discord.com", "/webhooks",
            .. host.Run.Discord.Messages.Select(
                message => message.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            .. SecretsOf(host.Run.Discord.Find("error")!), .. SecretsOf(host.Run.Discord.Find("info")!)];
        Assert.DoesNotContain(seen, text => secrets.Any(secret => text.Contains(secret, StringComparison.Ordinal)));
        Assert.Contains(
            host.Activities, activity => activity.DisplayName.StartsWith("PATCH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TheInstrumentsHaveTheirNamesAndUnits()
    {
        await using var host = new ObservedHost();
        var published = new List<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == "TypedWebhookAlerts")
                {
                    published.Add($"{instrument.Name} {instrument.Unit}");
                }
            },
        };
        await host.Run.StartAsync(Cancellation);
        host.Pipeline.Numbered(1);
        Assert.True(host.Run.Flush());
        listener.Start();

        Assert.Equal(
            [
                "webhook_alerts.coalesced {alert}",
                "webhook_alerts.dropped {alert}",
                "webhook_alerts.exported {alert}",
                "webhook_alerts.processed {alert}",
                "webhook_alerts.queue.size {alert}",
                "webhook_alerts.refused {alert}",
                "webhook_alerts.request.duration s",
                "webhook_alerts.ring.size {alert}",
                "webhook_alerts.ring.usage By",
                "webhook_alerts.route.coalesced {alert}",
                "webhook_alerts.route.dropped {alert}",
                "webhook_alerts.route.exported {alert}",
                "webhook_alerts.route.processed {alert}",
                "webhook_alerts.window.wait s",
            ],
            published.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task AListenerThatThrowsKeepsNoAlertFromItsChannel()
    {
        await using var run = new HostRun();
        using var meters = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "TypedWebhookAlerts")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        meters.SetMeasurementEventCallback<double>((_, _, _, _) => throw new InvalidOperationException("full"));
        meters.Start();
        using var activities = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "TypedWebhookAlerts",
            Sample = (ref _) => throw new InvalidOperationException("full"),
        };
        ActivitySource.AddActivityListener(activities);
        await run.StartAsync(Cancellation);
        run.Pipeline.Numbered(1);

        Assert.True(run.Flush());
        Assert.Equal(1, run.Pipeline.Ledger.Delivered);
        Assert.DoesNotContain(
            run.Log.GetSnapshot(), entry => entry.Message.Contains("defect", StringComparison.Ordinal));
    }

    private static IEnumerable<string> SecretsOf(SimulatedWebhook webhook)
        => [webhook.Token, $"{webhook.Id}", $"{webhook.ChannelId}"];

    private static IEnumerable<string> Texts(Activity activity)
        =>
        [
            activity.DisplayName,
            activity.OperationName,
            activity.StatusDescription ?? "",
            .. activity.Events.Select(e => e.Name),
        ];

    private static string Tags(Activity activity)
        => string.Join(' ', activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal));
}
