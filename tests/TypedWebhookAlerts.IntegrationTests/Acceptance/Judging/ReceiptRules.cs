using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.IntegrationTests.Acceptance.Evidence;

namespace TypedWebhookAlerts.IntegrationTests.Acceptance.Judging;

/// <summary>Each caller was told the truth: alert by alert, and among equal ones as many as there are.</summary>
internal static class ReceiptRules
{
    public static IEnumerable<string> Find(CourseOfEvents course, ChannelHistory channels)
    {
        var inFile = course.File.ToLookup(line => line.Text);
        return course.Raised
            .Where(raised => raised.IsFollowed)
            .GroupBy(raised => raised.Text)
            .SelectMany(equal => Find(course, [.. equal], [.. channels.ByText[equal.Key]], inFile.Contains(equal.Key)));
    }

    private static IEnumerable<string> Find(
        CourseOfEvents course, IReadOnlyList<RaisedAlert> raised, IReadOnlyList<AlertHistory> shown, bool isInFile)
    {
        var text = raised[0].Text;
        if (raised.Count(alert => alert.Outcome is null) is var silent and > 0 && !course.WasKilled)
        {
            yield return $"{text}: {silent} receipts never ended";
        }

        var delivered = Count(raised, AlertOutcomeKind.Delivered);
        var confirmed = shown.Count(alert => alert.IsConfirmed);
        if (delivered != confirmed)
        {
            yield return $"{text}: receipts say delivered {delivered} times, confirmed messages say {confirmed}";
        }

        var coalesced = Count(raised, AlertOutcomeKind.Coalesced);
        var counted = shown.Sum(alert => alert.Counted);
        if (coalesced != counted)
        {
            yield return $"{text}: receipts say coalesced {coalesced} times, counters say {counted}";
        }

        var toFile = raised.Any(alert => alert.Outcome?.DropReason == DropReason.Fallback);
        if (toFile && !isInFile)
        {
            yield return $"{text}: a receipt says that the file has it, but it has not";
        }

        var isSomewhere = confirmed > 0 || toFile || raised.Any(alert => alert.Outcome is null);
        if (isInFile && !isSomewhere)
        {
            yield return $"{text}: the file has it, but its receipt says {raised[0].Outcome}";
        }

        // Nobody can know of it, so its caller must not be told that something is certain. That the file has it is no
        // word about the channel: it takes what was under way at the end, and what is repeated until it is answered.
        var isUndecided = confirmed == 0
            && raised[0].Level < LogLevel.Critical
            && shown.Any(alert => alert.States.Any(state => !state.WasBroken));
        if (isUndecided
            && raised is [{ Outcome: { } told }]
            && told.DropReason is not (DropReason.Unconfirmed or DropReason.Closed or DropReason.Fallback))
        {
            yield return $"{text}: stored and not answered, but its receipt says {raised[0].Outcome}";
        }
    }

    private static int Count(IReadOnlyList<RaisedAlert> raised, AlertOutcomeKind kind)
        => raised.Count(alert => alert.Outcome?.Kind == kind);
}
