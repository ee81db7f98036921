using StatsBot.Channel;
using TypedWebhookAlerts;

namespace StatsBot;

/// <summary>Checks the library's account: against itself, and against what the channels hold.</summary>
internal static class LedgerAudit
{
    /// <summary>Finds what does not add up.</summary>
    /// <param name="ledger">The account after the last flush.</param>
    /// <param name="channels">What each route's channel shows; null where the channels are Discord's.</param>
    /// <returns>The problems in words; none when all is well.</returns>
    public static IReadOnlyList<string> FindProblems(
        AlertLedger ledger, IReadOnlyDictionary<string, ChannelTally>? channels)
        => [.. Sums(ledger), .. channels is null ? [] : channels.SelectMany(channel => Compare(ledger, channel.Key, channel.Value))];

    private static IEnumerable<string> Sums(AlertLedger ledger)
    {
        if (ledger.Raised != ledger.Refused + ledger.Accepted)
        {
            yield return $"{ledger.Raised} raised are not {ledger.Refused} refused and {ledger.Accepted} accepted";
        }

        var settled = ledger.Delivered + ledger.Coalesced + ledger.Dropped + ledger.Spooled;
        if (ledger.Accepted != settled + ledger.Pending)
        {
            yield return $"{ledger.Accepted} accepted are not {settled} settled and {ledger.Pending} pending";
        }

        if (ledger.Pending != 0)
        {
            yield return $"{ledger.Pending} alerts were still pending";
        }
    }

    private static IEnumerable<string> Compare(AlertLedger ledger, string route, ChannelTally tally)
    {
        var account = ledger.Routes.GetValueOrDefault(route);
        if ((account?.Delivered ?? 0) != tally.Alerts)
        {
            yield return $"route {route}: {account?.Delivered ?? 0} alerts were delivered, the channel shows {tally.Alerts}";
        }

        if ((account?.Coalesced ?? 0) != tally.Repeats)
        {
            yield return $"route {route}: {account?.Coalesced ?? 0} repeats were coalesced, the channel counts {tally.Repeats}";
        }
    }
}
