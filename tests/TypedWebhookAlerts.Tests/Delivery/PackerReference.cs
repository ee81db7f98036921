using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Delivery;

namespace TypedWebhookAlerts.Tests.Delivery;

/// <summary>What Discord takes in one request, written down once more and without cleverness; and the fewest requests
/// of any way to part a row of alerts.</summary>
internal static class PackerReference
{
    public static int FewestRequests(IReadOnlyList<AlertCopy> row, int maxContent)
    {
        var fewest = new int[row.Count + 1];
        for (var end = 1; end <= row.Count; end++)
        {
            fewest[end] = int.MaxValue;
            for (var start = 0; start < end; start++)
            {
                if (IsRequest(row.Skip(start).Take(end - start).ToList(), maxContent))
                {
                    fewest[end] = Math.Min(fewest[end], fewest[start] + 1);
                }
            }
        }

        return fewest[row.Count];
    }

    public static bool IsRequest(IReadOnlyList<AlertCopy> message, int maxContent)
    {
        var embeds = message.Where(copy => copy.Alert.IsEmbed).ToList();
        var contents = message.Where(copy => !copy.Alert.IsEmbed).ToList();
        var content = contents.Sum(copy => copy.Alert.CodePoints + 64) + Math.Max(0, contents.Count - 1);
        var traces = message.Where(copy => copy.Alert.Trace is not null).ToList();
        return (message.Count == 1 || !message.Any(copy => copy.IsAlone || copy.Half is not null))
            && message.All(copy => copy.Frame == message[0].Frame)
            && embeds.Count <= 10
            && embeds.Sum(copy => copy.Alert.CodePoints + 64) <= 6000
            && content <= maxContent
            && content + Head(message) <= 2000
            && traces.Count <= 10
            && traces.Sum(copy => (long)copy.Alert.Trace!.Length) + (256 * 1024) <= 25 * 1024 * 1024;
    }

    /// <summary>The lines before the alerts, whichever of them may come to stand there.</summary>
    private static int Head(IReadOnlyList<AlertCopy> message)
    {
        var frame = message[0].Frame;
        var calls = frame.Mention is not null && message.Any(copy => copy.Level >= frame.MentionFrom);
        var isRepeatable = message.Any(copy => copy.MayBeRepeated || copy.Level == LogLevel.Critical);
        return (calls ? $"{frame.Mention!.Text}\n".Length : 0) + (isRepeatable ? "-# possibly repeated\n".Length : 0);
    }
}
