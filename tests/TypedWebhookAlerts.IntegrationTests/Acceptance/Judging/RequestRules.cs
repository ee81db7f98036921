using TypedWebhookAlerts.IntegrationTests.Acceptance.Evidence;

namespace TypedWebhookAlerts.IntegrationTests.Acceptance.Judging;

/// <summary>One request at a time for a webhook, and none that a window refuses beyond what is allowed.</summary>
internal static class RequestRules
{
    public static IEnumerable<string> Find(CourseOfEvents course)
    {
        if (course.MostInFlight > 1)
        {
            yield return $"{course.MostInFlight} requests of one webhook were under way together";
        }

        var refused = course.Timeline.Count(request => request is { StatusCode: 429, Fault: null });
        if (refused > course.AllowedRefusals)
        {
            yield return $"{refused} requests were refused by a window, allowed are {course.AllowedRefusals}";
        }

        var bad = course.Timeline.FirstOrDefault(request => request is { StatusCode: 400, Fault: null });
        if (bad is not null)
        {
            yield return $"Discord refused a request as bad (code {bad.ErrorCode})";
        }
    }
}
