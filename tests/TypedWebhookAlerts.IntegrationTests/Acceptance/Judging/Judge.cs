using TypedWebhookAlerts.IntegrationTests.Acceptance.Evidence;

namespace TypedWebhookAlerts.IntegrationTests.Acceptance.Judging;

/// <summary>
/// Compares what the library says of a scenario with what Discord recorded of it, alert by alert. It knows nothing of
/// the library but its public promises.
/// </summary>
internal static class Judge
{
    /// <summary>Finds what is not as it should be.</summary>
    /// <returns>The findings in words; none when all is well.</returns>
    public static IReadOnlyList<string> FindBreaches(CourseOfEvents course)
    {
        var channels = new ChannelHistory(course);
        return
        [
            .. LedgerRules.Find(course),
            .. DeliveryRules.Find(course, channels),
            .. ReceiptRules.Find(course, channels),
            .. ContentRules.Find(course, channels),
            .. OrderRules.Find(course, channels),
            .. RequestRules.Find(course),
            .. LossRules.Find(course, channels),
        ];
    }
}
