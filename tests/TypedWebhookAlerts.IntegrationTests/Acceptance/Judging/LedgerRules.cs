using TypedWebhookAlerts.IntegrationTests.Acceptance.Evidence;

namespace TypedWebhookAlerts.IntegrationTests.Acceptance.Judging;

/// <summary>The ledger adds up, and counts what was raised.</summary>
internal static class LedgerRules
{
    public static IEnumerable<string> Find(CourseOfEvents course)
    {
        foreach (var (name, figures) in course.Routes.Append(new("(all)", course.Ledger)))
        {
            var settled = figures.Delivered + figures.Coalesced + figures.Dropped + figures.Spooled + figures.Pending;
            if (figures.Accepted != settled)
            {
                yield return $"ledger {name}: {figures.Accepted} accepted, but {settled} accounted for ({figures})";
            }

            if (figures.Pending < 0 || (figures.Pending > 0 && !course.WasKilled))
            {
                yield return $"ledger {name}: {figures.Pending} pending at the end";
            }
        }

        var accepted = course.Raised.Sum(raised => raised.Accepted + raised.News);
        if (course.Ledger.Accepted != accepted)
        {
            yield return $"ledger: {course.Ledger.Accepted} accepted, but callers were told so {accepted} times";
        }

        var refused = course.Raised.Sum(raised => raised.Refused);
        if (course.Refused != refused)
        {
            yield return $"ledger: {course.Refused} refused, but callers were told so {refused} times";
        }
    }
}
