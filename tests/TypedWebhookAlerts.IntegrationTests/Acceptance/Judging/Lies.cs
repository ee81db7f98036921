using TypedWebhookAlerts.IntegrationTests.Acceptance.Evidence;
using TypedWebhookAlerts.Testing;

namespace TypedWebhookAlerts.IntegrationTests.Acceptance.Judging;

/// <summary>Falsifies what is known of a scenario.</summary>
internal static class Lies
{
    public static SimulatedRequest Question(this CourseOfEvents course)
        => course.Timeline.First(request => request.Method == "GET");

    public static SimulatedRequest FirstPost(this CourseOfEvents course)
        => course.Timeline.First(request => IsPostOf(course, request));

    public static SimulatedRequest SecondPost(this CourseOfEvents course)
        => course.Timeline.Where(request => IsPostOf(course, request)).ElementAt(1);

    public static SimulatedRequest LastEdit(this CourseOfEvents course)
        => course.Timeline.Last(request => request.Method == "PATCH");

    public static RaisedAlert DeliveredRaise(this CourseOfEvents course)
        => course.Raised.First(raised => raised.Outcome == AlertOutcome.Delivered);

    public static RaisedAlert RaiseDroppedFor(this CourseOfEvents course, DropReason reason)
        => course.Raised.First(raised => raised.Outcome == AlertOutcome.Dropped(reason));

    public static CourseOfEvents Without(this CourseOfEvents course, SimulatedRequest request)
        => course with { Timeline = [.. course.Timeline.Except([request])] };

    public static CourseOfEvents WithTwin(this CourseOfEvents course, SimulatedRequest request)
        => course with
        {
            Timeline =
            [
                .. course.Timeline,
                request with { Stored = request.Stored! with { Id = request.Stored.Id + 1 } },
            ],
        };

    public static CourseOfEvents Replacing(
        this CourseOfEvents course, SimulatedRequest request, Func<SimulatedRequest, SimulatedRequest> change)
        => course with { Timeline = [.. course.Timeline.Select(each => each == request ? change(each) : each)] };

    public static CourseOfEvents Swapping(this CourseOfEvents course, SimulatedRequest one, SimulatedRequest other)
        => course with
        {
            Timeline = [.. course.Timeline.Select(each => each == one ? other : each == other ? one : each)],
        };

    /// <summary>Changes a text wherever a message shows it.</summary>
    public static CourseOfEvents Rewriting(this CourseOfEvents course, string text, string lie)
        => course with
        {
            Timeline = [.. course.Timeline.Select(each => each with { Stored = Rewrite(each.Stored, text, lie) })],
        };

    public static CourseOfEvents WithoutMark(this CourseOfEvents course)
        => course with
        {
            Timeline =
            [
                .. course.Timeline.Select(request => request.Stored is { Content: not null } message
                    ? request with { Stored = message with { Content = null } }
                    : request),
            ],
        };

    public static CourseOfEvents Telling(this CourseOfEvents course, RaisedAlert raised, AlertOutcome? outcome)
        => course with
        {
            Raised = [.. course.Raised.Select(each => each == raised ? each with { Outcome = outcome } : each)],
        };

    public static IReadOnlyDictionary<DropReason, long> With(
        this IReadOnlyDictionary<DropReason, long> dropped, DropReason reason, long more)
        => dropped.ToDictionary(each => each.Key, each => each.Value + (each.Key == reason ? more : 0));

    private static bool IsPostOf(CourseOfEvents course, SimulatedRequest request)
        => request is { Method: "POST", Stored: not null } && request.WebhookId == course.Webhooks["error"];

    private static SimulatedMessage? Rewrite(SimulatedMessage? message, string text, string lie)
        => message is null
            ? null
            : message with
            {
                Embeds =
                [
                    .. message.Embeds.Select(embed => embed with
                    {
                        Title = Rewrite(embed.Title, text, lie),
                        Description = Rewrite(embed.Description, text, lie),
                    }),
                ],
            };

    /// <summary>Whole words only: one alert's number begins another's.</summary>
    private static string? Rewrite(string? shown, string text, string lie)
        => shown == text ? lie : shown?.Replace(text + " ", lie + " ", StringComparison.Ordinal);
}
