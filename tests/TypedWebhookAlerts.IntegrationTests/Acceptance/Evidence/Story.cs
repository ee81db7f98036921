using System.Globalization;
using System.Text;
using TypedWebhookAlerts.Testing;

namespace TypedWebhookAlerts.IntegrationTests.Acceptance.Evidence;

/// <summary>Tells what happened, for whoever must find out why a scenario failed.</summary>
internal static class Story
{
    /// <summary>Of a long story the beginning and the end are told.</summary>
    private const int MostLines = 120;

    public static string Tell(CourseOfEvents course)
    {
        var story = new StringBuilder();
        var lines = course.Timeline.Select(request => Line(course, request)).ToList();
        if (lines.Count > MostLines)
        {
            lines.RemoveRange(MostLines / 2, lines.Count - MostLines);
            lines.Insert(MostLines / 2, "…");
        }

        story.AppendJoin(Environment.NewLine, lines).AppendLine();

        story.AppendLine();
        foreach (var (route, figures) in course.Routes)
        {
            story.AppendLine(CultureInfo.InvariantCulture, $"{route}: {figures}");
        }

        story.AppendLine(CultureInfo.InvariantCulture, $"all: {course.Ledger} refused={course.Refused}");
        foreach (var outcome in course.Raised.CountBy(raised => raised.Outcome?.ToString() ?? "not told"))
        {
            story.AppendLine(CultureInfo.InvariantCulture, $"receipts: {outcome.Value} {outcome.Key}");
        }

        return story.AppendLine(CultureInfo.InvariantCulture, $"file: {course.File.Count} lines").ToString();
    }

    private static string Line(CourseOfEvents course, SimulatedRequest request)
    {
        var received = (request.ReceivedAt - course.Start).TotalSeconds;
        var answered = (request.AnsweredAt - course.Start)?.TotalSeconds;
        var route = course.Webhooks.FirstOrDefault(route => route.Value == request.WebhookId).Key;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{received,10:0.000} {request.Method,-5} {route,-8} {request.StatusCode} {request.RateLimitScope} "
                + $"{request.Fault} {(answered is null ? "(not answered)" : $"answered {answered:0.000}")} "
                + $"{Contents(request)}");
    }

    private static string Contents(SimulatedRequest request)
    {
        var texts = (request.Stored?.Embeds ?? []).Select(Headline).ToList();
        return texts switch
        {
            [] => "",
            [var only] => only,
            [var first, .., var last] => $"{texts.Count} alerts: {first} … {last}",
        };
    }

    private static string Headline(SimulatedEmbed embed)
        => (embed.Title is { } title ? title + ": " : "")
            + embed.Description?.Replace("\n", " | ", StringComparison.Ordinal);
}
