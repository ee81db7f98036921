using TypedWebhookAlerts.IntegrationTests.Acceptance.Evidence;

namespace TypedWebhookAlerts.IntegrationTests.Acceptance.Judging;

/// <summary>The ledger adds up, and counts what was raised.</summary>
internal static class LedgerRules
{
    public static IEnumerable<string> Find(CourseOfEvents course)
        => FindSums(course).Concat(FindPending(course)).Concat(CompareWithCalls(course));

    /// <summary>What is wrong with the ledger at any time at which nothing moves.</summary>
    public static IEnumerable<string> FindSums(CourseOfEvents course)
    {
        foreach (var (name, figures) in Accounts(course))
        {
            var settled = figures.Delivered + figures.Coalesced + figures.Dropped + figures.Spooled + figures.Pending;
            if (figures.Accepted != settled || figures.Pending < 0)
            {
                yield return $"ledger {name}: {figures.Accepted} accepted, but {settled} accounted for ({figures})";
            }
        }
    }

    private static IEnumerable<KeyValuePair<string, RouteFigures>> Accounts(CourseOfEvents course)
        => course.Routes.Append(new("(all)", course.Ledger));

    private static IEnumerable<string> FindPending(CourseOfEvents course)
        => from account in Accounts(course)
           where account.Value.Pending > 0 && !course.WasKilled
           select $"ledger {account.Key}: {account.Value.Pending} pending at the end";

    private static IEnumerable<string> CompareWithCalls(CourseOfEvents course)
    {
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
