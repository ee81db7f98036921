using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text.Json;

namespace TypedWebhookAlerts.Delivery;

/// <summary>Measures one request to Discord, and shows it as an activity, if anybody listens to either.</summary>
/// <remarks>Its tags name routes, never the webhook. The activity is a root: lanes run outside the flow of whoever
/// raised an alert, and a message has several.</remarks>
internal readonly struct MeasuredRequest
{
    private static readonly Histogram<double> s_duration = AlertTelemetry.Meter.CreateHistogram(
        "webhook_alerts.request.duration",
        "s",
        "How long Discord took to answer a request.",
        tags: null,
        new InstrumentAdvice<double>
        {
            // Those of OpenTelemetry's http.client.request.duration.
            HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10],
        });

    private readonly TimeProvider _time;
    private readonly HttpMethod _method;
    private readonly RequestSubject _subject;
    private readonly Activity? _activity;
    private readonly long _begun;

    private MeasuredRequest(HttpMethod method, in RequestSubject subject, TimeProvider time)
    {
        _time = time;
        _method = method;
        _subject = subject;
        _begun = time.GetTimestamp();
        try
        {
            _activity = Begin(method, subject);
        }
        catch (Exception)
        {
            // A listener of the user's may throw anything: the request goes on.
        }
    }

    /// <summary>Begins to measure.</summary>
    /// <param name="method">Its method.</param>
    /// <param name="subject">What it is about.</param>
    /// <param name="time">The clock.</param>
    public static MeasuredRequest Start(HttpMethod method, in RequestSubject subject, TimeProvider time)
        => new(method, subject, time);

    /// <summary>The request was answered, or failed.</summary>
    public void End(WebhookResponse response)
    {
        try
        {
            if (s_duration.Enabled)
            {
                s_duration.Record(_time.GetElapsedTime(_begun).TotalSeconds, TagsOf(response));
            }

            End(_activity, response);
        }
        catch (Exception)
        {
            // A listener of the user's may throw anything: the answer stands.
        }
    }

    private static Activity? Begin(HttpMethod method, in RequestSubject subject)
    {
        if (!AlertTelemetry.Activities.HasListeners())
        {
            return null;
        }

        var activity = AlertTelemetry.Activities.StartActivity(
            $"{method.Method} {subject.AllRoutes}", ActivityKind.Client);
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag(TelemetryTags.Method, method.Method);
            activity.SetTag(TelemetryTags.Route, subject.AllRoutes);
            activity.SetTag(TelemetryTags.AlertCount, subject.Copies.Count);
            if (subject.Resends > 0)
            {
                activity.SetTag(TelemetryTags.Resends, subject.Resends);
            }
        }

        return activity;
    }

    private static void End(Activity? activity, WebhookResponse response)
    {
        if (activity is null)
        {
            return;
        }

        if (response.Status > 0)
        {
            activity.SetTag(TelemetryTags.Status, response.Status);
        }

        if (ErrorOf(response) is { } error)
        {
            activity.SetTag(TelemetryTags.ErrorType, error);
            activity.SetStatus(ActivityStatusCode.Error, response.Reason);
        }

        activity.Dispose();
    }

    private TagList TagsOf(WebhookResponse response)
    {
        var tags = new TagList
        {
            { TelemetryTags.Route, _subject.Route },
            { TelemetryTags.Method, _method.Method },
        };
        if (response.Status > 0)
        {
            tags.Add(TelemetryTags.Status, response.Status);
        }

        if (ErrorOf(response) is { } error)
        {
            tags.Add(TelemetryTags.ErrorType, error);
        }

        return tags;
    }

    /// <summary>As the conventions for HTTP have it: the status, or the kind of failure that kept one away, such as
    /// <c>timeout</c> or <c>name_resolution_error</c>.</summary>
    private static string? ErrorOf(WebhookResponse response)
        => response.Kind == ResponseKind.Confirmed ? null
            : response.Status > 0 ? response.Status.ToString(CultureInfo.InvariantCulture)
            : response.Failure is null or nameof(HttpRequestError.Unknown) ? "_OTHER"
            : JsonNamingPolicy.SnakeCaseLower.ConvertName(response.Failure);
}
