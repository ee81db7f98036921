namespace TypedWebhookAlerts.Delivery;

/// <summary>
/// Learns a hidden window from one refusal. What Discord asks to wait is how long its oldest counted request stays in
/// the window: so the refusal names a limit for each request that may be that oldest one, and all that was accepted
/// before rules most of them out.
/// </summary>
internal static class WindowLearner
{
    /// <summary>Fewer than so many are no evidence: it was another program that filled the channel.</summary>
    private const int FewestCounted = 3;

    /// <summary>The past that is looked at: a refusal is rare, yet no reason to compute for long.</summary>
    private const int MostCounted = 1024;

    private static readonly TimeSpan s_shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(10);

    /// <summary>Trips are not even, so that times of arrival differ from times of decision.</summary>
    private static readonly TimeSpan s_slack = TimeSpan.FromSeconds(2);

    /// <summary>What rounding adds to a time that is whole seconds in truth.</summary>
    private static readonly TimeSpan s_rounding = TimeSpan.FromMilliseconds(50);

    /// <summary>The windows that explain a refusal. Where the past leaves several, all of them: each is a little
    /// tighter than the truth at most.</summary>
    /// <param name="answers">What was accepted before.</param>
    /// <param name="refusedAt">When the refusal arrived.</param>
    /// <param name="retryAfter">How long it asks to wait.</param>
    /// <param name="usual">The length that is thought of first.</param>
    public static IReadOnlyList<WindowRule> Learn(
        AnswerLog answers, TimeSpan refusedAt, TimeSpan retryAfter, TimeSpan usual)
    {
        var rules = new List<WindowRule>();
        var longest = s_longest;
        for (var limit = 1; limit <= Math.Min(answers.Count, MostCounted); limit++)
        {
            var period = refusedAt + retryAfter - answers.FromNewest(limit);
            if (period > longest)
            {
                break;
            }

            if (limit >= FewestCounted && period >= s_shortest && Agrees(answers, limit, period))
            {
                // Longer ones than the usual are believed only when nothing shorter explains the refusal.
                longest = rules.Count == 0 ? Max(period, usual) + s_slack : longest;
                rules.Add(new WindowRule(limit, WholeSeconds(period)));
            }
        }

        return rules;
    }

    /// <summary>Whether nothing was accepted that such a window would have refused.</summary>
    private static bool Agrees(AnswerLog answers, int limit, TimeSpan period)
    {
        var least = period - (s_slack < period / 4 ? s_slack : period / 4);
        for (var place = 1; place + limit <= Math.Min(answers.Count, MostCounted); place++)
        {
            if (answers.FromNewest(place) - answers.FromNewest(place + limit) < least)
            {
                return false;
            }
        }

        return true;
    }

    private static TimeSpan WholeSeconds(TimeSpan period)
        => TimeSpan.FromSeconds(Math.Ceiling((period - s_rounding).TotalSeconds));

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
