namespace TypedWebhookAlerts.IntegrationTests.Acceptance.Targets;

/// <summary>What Discord's windows allow at best, to whoever knows them and has no round trip.</summary>
internal static class LeastTime
{
    private const int BucketLimit = 5;

    private static readonly TimeSpan s_bucketWindow = TimeSpan.FromSeconds(2);

    /// <summary>When the last of so many requests can be made, the first of them being made at once.</summary>
    /// <param name="requests">How many.</param>
    /// <param name="tokens">How many the channel's window has for them.</param>
    /// <param name="period">The channel's window, which slides.</param>
    public static TimeSpan Of(int requests, int tokens, TimeSpan period)
    {
        var sent = new List<TimeSpan>();
        var bucket = (Since: TimeSpan.Zero, Taken: 0);
        while (sent.Count < requests)
        {
            var now = sent.Count == 0 ? TimeSpan.Zero : sent[^1];
            now = sent.Count < tokens ? now : Later(now, sent[^tokens] + period);
            if (now >= bucket.Since + s_bucketWindow)
            {
                bucket = (now, 0);
            }
            else if (bucket.Taken == BucketLimit)
            {
                now = bucket.Since + s_bucketWindow;
                bucket = (now, 0);
            }

            bucket.Taken++;
            sent.Add(now);
        }

        return sent[^1];
    }

    private static TimeSpan Later(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
