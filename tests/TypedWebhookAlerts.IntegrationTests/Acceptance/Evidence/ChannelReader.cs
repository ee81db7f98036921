using System.Globalization;
using System.Text.RegularExpressions;
using TypedWebhookAlerts.Testing;

namespace TypedWebhookAlerts.IntegrationTests.Acceptance.Evidence;

/// <summary>Reads messages as whoever sits before the channel does.</summary>
internal static partial class ChannelReader
{
    private const string RepeatedMark = "-# possibly repeated";
    private const string LossesTitle = "Alerts missed here";

    /// <summary>Every state of every alert, in the order of the requests that made them.</summary>
    public static IReadOnlyList<ShownAlert> ReadAlerts(IReadOnlyList<SimulatedRequest> timeline)
        => [.. timeline.SelectMany(ReadAlerts)];

    /// <summary>What the channels were told of losses.</summary>
    public static IReadOnlyList<ToldLoss> ReadLosses(IReadOnlyList<SimulatedRequest> timeline)
        => [.. from request in timeline
               where request.Method == "POST"
               from embed in request.Stored?.Embeds ?? []
               where embed.Title == LossesTitle
               from Match line in Loss().Matches(embed.Description ?? "")
               select new ToldLoss(
                   request.WebhookId!.Value, Number(line.Groups[1]), line.Value, request.AnsweredAt is not null)];

    private static IEnumerable<ShownAlert> ReadAlerts(SimulatedRequest request, int place)
        => request.Stored is { } message
            ? message.Embeds.Select((embed, index) => Read(request, place, embed, index)).OfType<ShownAlert>()
            : [];

    /// <summary>Reads an alert; the library's own messages have a title, and no alert of the scenarios has.</summary>
    private static ShownAlert? Read(SimulatedRequest request, int place, SimulatedEmbed embed, int index)
    {
        if (embed.Title is not null)
        {
            return null;
        }

        var lines = (embed.Description ?? "").Split('\n');
        var counter = Counter().Match(lines[^1]);
        var text = lines[..^(counter.Success && lines.Length > 1 ? 1 : 0)];
        return new ShownAlert
        {
            Webhook = request.WebhookId!.Value,
            Message = request.Stored!.Id,
            Request = place,
            Place = index,
            Text = text[0],
            RaisedAt = embed.Timestamp,
            Count = counter.Groups[1].Success ? Number(counter.Groups[1]) : 1,
            News = text.Skip(1).Sum(CountNews),
            Lines = text.Length,
            Color = embed.Color,
            StoredAt = request.ReceivedAt,
            AnsweredAt = request.AnsweredAt,
            WasBroken = request.Fault == Fault.ResetAfterStoring.ToString(),
            MayBeRepeated = request.Stored.Content?.Contains(RepeatedMark, StringComparison.Ordinal) is true,
        };
    }

    /// <summary>How much of what callers told a line stands for: that nobody told the end is nobody's news.</summary>
    private static long CountNews(string line)
        => line.Contains("**Unresolved when the application stopped**", StringComparison.Ordinal) ? 0
            : Earlier().Match(line) is { Success: true } earlier ? Number(earlier.Groups[1]) : 1;

    private static long Number(Group digits)
        => long.Parse(digits.ValueSpan, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^-# (?:×([0-9,]+) · <t:[0-9]+:T>)?(?: · )?(?:and [0-9,]+ more)?$")]
    private static partial Regex Counter();

    [GeneratedRegex("^-# ([0-9,]+) earlier update")]
    private static partial Regex Earlier();

    [GeneratedRegex(@"^- (?:and )?\*\*([0-9,]+)\*\*.*$", RegexOptions.Multiline)]
    private static partial Regex Loss();
}
